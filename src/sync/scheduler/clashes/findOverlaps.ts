import type { Clash, FindClashes } from './Clash.js'

import { nameWork } from './Clash.js'

const MINUTE_MS = 60_000

/** Schedules whose next slot comes while the run of the one before will still be at work. */
export const findOverlaps: FindClashes = ({ forecast, schedules, slotsOf }) =>
  schedules.flatMap((schedule): Clash[] => {
    const slots = slotsOf(schedule)
    const gaps = slots.slice(1).map((slot, index) => slot - slots[index]!)
    const { durationMs = 0 } = forecast(schedule) ?? {}
    const gapMs = Math.min(...gaps)
    return durationMs > gapMs
      ? [
          {
            kind: 'overlap',
            level: 'warning',
            schedules: [schedule.id],
            values: {
              duration: toMinutes(durationMs),
              gap: toMinutes(gapMs),
              work: nameWork(schedule),
            },
          },
        ]
      : []
  })

const toMinutes = (ms: number): number => Math.round((ms / MINUTE_MS) * 10) / 10
