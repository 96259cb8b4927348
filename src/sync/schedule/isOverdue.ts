import type { Schedule } from './Schedule.js'

/** A tick comes every minute. When a slot is this late, no process ticks. */
const PATIENCE_MS = 3 * 60_000

/** Whether a schedule is due for so long that no process can be looking. */
export const isOverdue = ({
  now,
  schedule: { mode, nextSlotAt },
}: {
  now: Date
  schedule: Pick<Schedule, 'mode' | 'nextSlotAt'>
}): boolean =>
  // A live schedule stays due while nothing is live.
  mode !== 'live' && nextSlotAt !== null && Date.parse(nextSlotAt) < now.getTime() - PATIENCE_MS
