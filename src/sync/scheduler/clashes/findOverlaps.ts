import type { Clash, FindClashes } from './Clash.js'

import { createTurns } from '../../../shared/createTurns.js'
import { nameWork } from './Clash.js'

const MINUTE_MS = 60_000

/** Schedules whose next slot comes while the run of the one before will still be at work. */
export const findOverlaps: FindClashes = async ({ forecast, schedules, slotsOf }) => {
  const takeTurns = createTurns()
  const clashes: Clash[] = []
  for (const schedule of schedules) {
    const { durationMs = 0 } = forecast(schedule) ?? {}
    const gapMs = durationMs > 0 ? findShortestGap(slotsOf(schedule)) : Infinity
    if (durationMs > gapMs) {
      clashes.push({
        kind: 'overlap',
        level: 'warning',
        schedules: [schedule.id],
        values: {
          duration: toMinutes(durationMs),
          gap: toMinutes(gapMs),
          work: nameWork(schedule),
        },
      })
    }
    await takeTurns()
  }
  return clashes
}

const findShortestGap = (slots: readonly number[]): number =>
  slots.reduce(
    (shortest, slot, index) => Math.min(shortest, slot - (slots[index - 1] ?? -Infinity)),
    Infinity,
  )

const toMinutes = (ms: number): number => Math.round((ms / MINUTE_MS) * 10) / 10
