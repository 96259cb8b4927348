import type { Counts, Run } from '../../run/Run.js'
import type { Checkpoint, Plan } from './Checkpoint.js'

/**
 * A run in a worker's hands. `attempt` and `batches` are its fence: a write that names others than
 * the row holds changes nothing.
 */
export type RunState = {
  attempt: number
  /** How many batches were committed; the next commit must find exactly this number. */
  batches: number
  checkpoint: Checkpoint
  counts: Counts
  plan: null | Plan
  requests: number
  run: Run
  /** When the run first started; the same for all its attempts. */
  startedAt: Date
}

/** What the process of a worker used at most while it did a run. */
export type ResourceUse = {
  /** The longest that the process could not do anything else, in milliseconds. */
  loopDelayMs: number
  peakMemoryMb: number
}
