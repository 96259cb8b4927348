import type { Run } from '../../../sync/run/Run.js'

/** A run under the names that logs of syncs commonly have, beside its own. */
type Log<TRun extends Run> = {
  /** When it ended; `null` before. */
  endTime: null | string
  /** What went wrong, in words. */
  errors: string[]
  recordsProcessed: number
  /** When it started; `null` before. */
  startTime: null | string
  /** Its mode, in capitals. */
  type: string
} & TRun

export const toLog = <TRun extends Run>(run: TRun): Log<TRun> => ({
  ...run,
  type: run.mode.toUpperCase(),
  endTime: run.finishedAt,
  errors: run.error ? [run.error.message] : [],
  recordsProcessed: run.counts.fetched,
  startTime: run.startedAt,
})
