import type { Run } from '../run/Run.js'
import type { Schedule } from '../schedule/Schedule.js'

/** What came of one tick. */
export type TickResult = {
  /** Schedules whose slot started no run, and why. */
  failed: { message: string; schedule: Schedule['id'] }[]
  /** Live schedules that were due while nothing could be live. */
  quiet: number
  /** Runs that were queued. */
  runs: Run[]
  /** Slots that had passed while nobody looked and are not made up for. */
  skipped: number
}
