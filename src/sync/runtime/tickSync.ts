import type { Payload } from 'payload'

import type { Run } from '../run/Run.js'
import type { TickResult } from '../scheduler/TickResult.js'

import { fireSchedules } from '../operations/fireSchedules.js'
import { drainSync } from './drainSync.js'

type TickSyncArgs = {
  /** How long to work on what is queued, in milliseconds. `0`: only queue it. */
  budgetMs: number
  payload: Payload
}

export type TickSummary = {
  /** Runs that are queued or running still; the next tick, or a worker, goes on with them. */
  unfinished: Run[]
} & TickResult

/**
 * One turn of a host that has no process of its own for the sync: uses the slots that are due and
 * works on the queue until it is empty or the time is up. What is left then is at its checkpoint.
 */
export const tickSync = async ({ budgetMs, payload }: TickSyncArgs): Promise<TickSummary> => {
  const fired = await fireSchedules({ payload })
  let unfinished: Run[] = fired.runs
  if (budgetMs > 0) {
    await drainSync({
      onLook: (open) => {
        unfinished = open
      },
      payload,
      signal: AbortSignal.timeout(budgetMs),
    })
  }
  return { ...fired, unfinished }
}
