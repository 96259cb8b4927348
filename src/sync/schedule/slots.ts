import { CronExpressionParser } from 'cron-parser'

import type { Timing } from './Schedule.js'

import { toCron } from './toCron.js'

const MINUTE_MS = 60_000

/** More than the hours that a change of the clock can spoil. */
const TRIES = 8
const TRY_STEP_MS = 30 * MINUTE_MS

/** Slots that passed are counted up to here, a day of minutes. */
export const MOST_COUNTED = 24 * 60

type SlotArgs = { after: Date; timing: Timing }

/**
 * The first slot behind a moment; `undefined` for a timing that never comes. A time that a change
 * of the clock leaves out comes right after the gap; one that comes twice counts once; what runs
 * every hour or more often goes on through both.
 */
export const findNextSlot = ({ after, timing }: SlotArgs): Date | undefined => {
  const cron = toCron(timing)
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const currentDate = new Date(after.getTime() + attempt * TRY_STEP_MS)
    try {
      return CronExpressionParser.parse(cron, { currentDate, tz: timing.timezone }).next().toDate()
    } catch {
      // cron-parser loses its way in a change of half an hour (Lord Howe), and finds it behind that.
    }
  }
  return undefined
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

/**
 * What became due from a slot until now. Searched forwards only, because forwards and backwards
 * cron-parser disagrees about the hour that a change of the clock leaves out.
 */
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
