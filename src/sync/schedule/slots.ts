import { CronExpressionParser } from 'cron-parser'

import type { Timing } from './Schedule.js'

import { toCron } from './toCron.js'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** More than the hours that a change of the clock can spoil. */
const TRIES = 8
const TRY_STEP_MS = 30 * MINUTE_MS

/** How far back to begin a search for the latest slot, the likeliest first. */
const LOOK_BACK_MS = [60 * MINUTE_MS, DAY_MS, 32 * DAY_MS, 367 * DAY_MS, 5 * 366 * DAY_MS]

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
  const until = (start: Date): { latest: Date | undefined; steps: number } => {
    let latest: Date | undefined
    let steps = 0
    let slot = findNextSlot({ after: start, timing })
    while (slot && slot <= now && steps <= MOST_COUNTED) {
      latest = slot
      steps += 1
      slot = findNextSlot({ after: slot, timing })
    }
    return { latest, steps }
  }

  const { latest = from, steps } = until(from)
  if (steps <= MOST_COUNTED) {
    return { latest, skipped: steps }
  }
  for (const lookBackMs of LOOK_BACK_MS) {
    const found = until(new Date(now.getTime() - lookBackMs))
    if (found.latest) {
      return { latest: found.latest, skipped: MOST_COUNTED }
    }
  }
  return { latest, skipped: MOST_COUNTED }
}
