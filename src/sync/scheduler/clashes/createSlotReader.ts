import type { Timing } from '../../schedule/Schedule.js'

import { findSlotsUntil } from '../../schedule/slots/slots.js'
import { toCron } from '../../schedule/slots/toCron.js'

const HORIZON_MS = 7 * 24 * 60 * 60 * 1000

/** More than a day of minutes. */
const MOST_SLOTS = 1_500

/**
 * Lists what comes in the next days, in milliseconds since 1970. Many schedules share few rhythms,
 * so each is listed once.
 */
export const createSlotReader = (from: Date): ((timing: Timing) => Promise<readonly number[]>) => {
  const known = new Map<string, Promise<readonly number[]>>()
  return (timing) => {
    const key = `${toCron(timing)}|${timing.timezone}`
    const slots = known.get(key) ?? listSlots({ from, timing })
    known.set(key, slots)
    return slots
  }
}

const listSlots = async ({ from, timing }: { from: Date; timing: Timing }): Promise<number[]> => {
  const slots = await findSlotsUntil({
    after: from,
    most: MOST_SLOTS,
    timing,
    until: new Date(from.getTime() + HORIZON_MS),
  })
  return slots.map((slot) => slot.getTime())
}
