import type { Timing } from '../Schedule.js'

import { createTurns } from '../../../shared/createTurns.js'
import { readCron } from './readCron.js'
import { toCron } from './toCron.js'

const MINUTE_MS = 60_000

/** The commonest rhythm of those that have many slots, and the same wherever the clock stands. */
const EVERY_MINUTE = '* * * * *'

/** Slots that passed are counted up to here, a day of minutes. */
export const MOST_COUNTED = 24 * 60

type SlotArgs = { after: Date; timing: Timing }

/**
 * The first slot behind a moment; `undefined` for a timing that never comes. Where a change of the
 * clock leaves a fixed time out, its slot is the moment of the change. One that comes twice counts
 * once. What has a `*` or a step in its minute or hour goes by the wall clock: it fires in both of
 * two equal hours, and has no slots in an hour that is left out.
 *
 * @throws RangeError for a timezone that does not exist
 */
export const findNextSlot = ({ after, timing }: SlotArgs): Date | undefined =>
  createSlotFinder(timing)(after)

/** Finds one slot after the other; reading the expression costs as much as finding a slot. */
const createSlotFinder = (timing: Timing): ((after: Date) => Date | undefined) => {
  if (toCron(timing) === EVERY_MINUTE) {
    checkTimezone(timing)
    return (after) => new Date((Math.floor(after.getTime() / MINUTE_MS) + 1) * MINUTE_MS)
  }
  const cron = findCron(timing)
  return (after) => {
    try {
      return cron?.nextRun(after) ?? undefined
    } catch (error) {
      checkTimezone(timing)
      throw error
    }
  }
}

/** Throws the RangeError that names the timezone, where that is what is wrong. */
const checkTimezone = ({ timezone }: Timing): void => {
  new Intl.DateTimeFormat('en', { timeZone: timezone })
}

const findCron = (timing: Timing): ReturnType<typeof readCron> | undefined => {
  try {
    return readCron({ cron: toCron(timing), timezone: timing.timezone })
  } catch {
    return undefined
  }
}

/** The next slots, the soonest first. */
export const findNextSlots = ({ after, count, timing }: { count: number } & SlotArgs): Date[] => {
  const slots: Date[] = []
  const findNext = createSlotFinder(timing)
  let slot = findNext(after)
  while (slot && slots.length < count) {
    slots.push(slot)
    slot = findNext(slot)
  }
  return slots
}

type UntilArgs = { most: number; until: Date } & SlotArgs

/** The slots behind a moment up to another, the soonest first; so many at most. Takes turns. */
export const findSlotsUntil = async ({
  after,
  most,
  timing,
  until,
}: UntilArgs): Promise<Date[]> => {
  const slots: Date[] = []
  const findNext = createSlotFinder(timing)
  const takeTurns = createTurns()
  let slot = findNext(after)
  while (slot && slot <= until && slots.length < most) {
    slots.push(slot)
    slot = findNext(slot)
    await takeTurns()
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

/** What became due from a slot until now. Takes turns: that can be more than a thousand slots. */
export const findPassedSlots = async ({ from, now, timing }: PassedArgs): Promise<PassedSlots> => {
  const findNext = createSlotFinder(timing)
  const takeTurns = createTurns()
  let latest = from
  let skipped = 0
  let slot = findNext(from)
  while (slot && slot <= now && skipped < MOST_COUNTED) {
    latest = slot
    skipped += 1
    slot = findNext(slot)
    await takeTurns()
  }
  const isCounted = !slot || slot > now
  return { latest: isCounted ? latest : findLatestSlot({ from: latest, now, timing }), skipped }
}

/**
 * Finds what became due, for many schedules that have few rhythms and were last looked at together:
 * what is the same of two is worked out once.
 */
export const createPassedFinder = (): typeof findPassedSlots => {
  const known = new Map<string, Promise<PassedSlots>>()
  return (args) => {
    const { from, now, timing } = args
    // Slots are at whole minutes.
    const minute = Math.floor(now.getTime() / MINUTE_MS)
    const key = JSON.stringify([toCron(timing), timing.timezone, from.getTime(), minute])
    const passed = known.get(key) ?? findPassedSlots(args)
    known.set(key, passed)
    return passed
  }
}

/** The newest slot that is not in the future, without going through those before it. */
export const findLatestSlot = ({ from, now, timing }: PassedArgs): Date => {
  const findNext = createSlotFinder(timing)
  let latest = from
  let end = now.getTime()
  while (end - latest.getTime() >= MINUTE_MS) {
    const middle = new Date((latest.getTime() + end) / 2)
    const slot = findNext(middle)
    if (slot && slot <= now) {
      latest = slot
    } else {
      end = middle.getTime()
    }
  }
  return latest
}
