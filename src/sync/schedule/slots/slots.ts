import { CronExpressionParser } from 'cron-parser'

import type { Timing } from '../Schedule.js'

import { getOffset } from './getOffset.js'
import { toCron } from './toCron.js'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const HOURS = 24

/** More than any clock was ever changed by at once. */
const LARGEST_CHANGE_MS = 3 * HOUR_MS

/** Slots that passed are counted up to here, a day of minutes. */
export const MOST_COUNTED = 24 * 60

type SlotArgs = { after: Date; timing: Timing }

/**
 * The first slot behind a moment; `undefined` for a timing that never comes. A time that a change
 * of the clock leaves out comes as much later as the clock was put forward. One that comes twice
 * counts once, but what runs every hour or more often goes on through both.
 *
 * cron-parser says what a clock on the wall shows, in a world without changes: across them it
 * repeats, leaves out, or loses its way, each in some timezone.
 */
export const findNextSlot = ({ after, timing }: SlotArgs): Date | undefined => {
  const { timezone } = timing
  const afterMs = after.getTime()
  const expression = parse({ cron: toCron(timing), wallMs: toWallStart({ afterMs, timezone }) })
  const isFrequent = expression !== undefined && isHourly(expression)
  let next = Infinity
  for (let wallMs = advance(expression); wallMs !== undefined; wallMs = advance(expression)) {
    const { earliestMs, moments } = toMoments({ isFrequent, timezone, wallMs })
    next = Math.min(next, ...moments.filter((moment) => moment > afterMs))
    if (next <= earliestMs) {
      return new Date(next)
    }
  }
  return undefined
}

type Expression = ReturnType<typeof CronExpressionParser.parse>

/** Moments on a wall clock are numbers as if its timezone were UTC. */
type Wall = { wallMs: number }

const parse = ({ cron, wallMs }: { cron: string } & Wall): Expression | undefined => {
  try {
    return CronExpressionParser.parse(cron, { currentDate: new Date(wallMs), tz: 'UTC' })
  } catch {
    return undefined
  }
}

const advance = (expression: Expression | undefined): number | undefined => {
  try {
    return expression?.next().getTime()
  } catch {
    // No such day in any month.
    return undefined
  }
}

const isHourly = ({ fields: { hour, minute } }: Expression): boolean =>
  hour.values.length === HOURS || minute.values.length > 1

/** What the wall shows at a moment, or a little before where a change is near: times come twice. */
const toWallStart = ({ afterMs, timezone }: { afterMs: number; timezone: string }): number => {
  const offsetAt = (atMs: number): number => getOffset({ atMs, timezone })
  const change = Math.abs(
    offsetAt(afterMs + LARGEST_CHANGE_MS) - offsetAt(afterMs - LARGEST_CHANGE_MS),
  )
  const isNear = offsetAt(afterMs + change) !== offsetAt(afterMs - change)
  return afterMs + offsetAt(afterMs) - (isNear ? change : 0)
}

/** When the wall shows a time: once, twice, or, where that is left out, when it would have. */
const toMoments = ({
  isFrequent,
  timezone,
  wallMs,
}: { isFrequent: boolean; timezone: string } & Wall) => {
  const before = getOffset({ atMs: wallMs - DAY_MS, timezone })
  const behind = getOffset({ atMs: wallMs + DAY_MS, timezone })
  // No time that the wall shows later is sooner than this.
  const earliestMs = wallMs - Math.max(before, behind)
  if (before === behind) {
    return { earliestMs, moments: [earliestMs] }
  }
  const shown = [before, behind]
    .filter((offset) => getOffset({ atMs: wallMs - offset, timezone }) === offset)
    .map((offset) => wallMs - offset)
  const [first = wallMs - before] = shown
  return { earliestMs, moments: isFrequent && shown.length > 0 ? shown : [first] }
}

/** The next slots, the soonest first. */
export const findNextSlots = ({ after, count, timing }: { count: number } & SlotArgs): Date[] => {
  const slots: Date[] = []
  let slot = findNextSlot({ after, timing })
  while (slot && slots.length < count) {
    slots.push(slot)
    slot = findNextSlot({ after: slot, timing })
  }
  return slots
}

type PassedArgs = {
  /** A slot that was due and has not been dealt with. */
  from: Date
  now: Date
  timing: Timing
}

export type PassedSlots = {
  /** The newest slot that is not in the future. */
  latest: Date
  /** How many there were before it, `MOST_COUNTED` at most. */
  skipped: number
}

/** What became due from a slot until now. */
export const findPassedSlots = ({ from, now, timing }: PassedArgs): PassedSlots => {
  let latest = from
  let skipped = 0
  let slot = findNextSlot({ after: from, timing })
  while (slot && slot <= now && skipped < MOST_COUNTED) {
    latest = slot
    skipped += 1
    slot = findNextSlot({ after: slot, timing })
  }
  const isCounted = !slot || slot > now
  return { latest: isCounted ? latest : findLatestSlot({ from: latest, now, timing }), skipped }
}

/** The newest slot that is not in the future, without going through those before it. */
export const findLatestSlot = ({ from, now, timing }: PassedArgs): Date => {
  let latest = from
  let end = now.getTime()
  while (end - latest.getTime() >= MINUTE_MS) {
    const middle = new Date((latest.getTime() + end) / 2)
    const slot = findNextSlot({ after: middle, timing })
    if (slot && slot <= now) {
      latest = slot
    } else {
      end = middle.getTime()
    }
  }
  return latest
}
