import type { Payload } from 'payload'

import type { Run } from '../run/Run.js'
import type { TickResult } from '../scheduler/TickResult.js'

import { describeError } from '../../shared/errors/index.js'
import { getSync } from '../engine/Sync.js'
import { noteHealth } from '../operations/health/noteHealth.js'
import { pruneHourly } from '../operations/retention/pruneSync.js'
import { tick } from '../operations/schedules/tick.js'
import { ACTIVE_STATUSES } from '../run/RunStatus.js'
import { findRuns } from '../store/runs/read/findRuns.js'
import { drainSync } from './drainSync.js'

const MOST_LISTED = 100

type TickAndDrainArgs = {
  /** How long to work on what is queued, in milliseconds. `0`: only queue it. */
  budgetMs: number
  payload: Payload
}

export type TickSummary = {
  /**
   * Runs that are queued or running still, the newest of them; another tick or a worker goes on.
   */
  unfinished: Run[]
} & TickResult

/**
 * One turn of a host that has no process of its own for the sync: ticks once and
 * works on the queue until it is empty or the time is up. What is left then is at its checkpoint.
 */
export const tickAndDrain = async ({
  budgetMs,
  payload,
}: TickAndDrainArgs): Promise<TickSummary> => {
  const fired = await tick({ payload })
  if (budgetMs > 0) {
    await drainSync({ payload, signal: AbortSignal.timeout(budgetMs) })
  }
  // A host of this kind has no process that looks every minute.
  await Promise.all([noteHealth({ payload }), pruneHourly({ payload })]).catch((error: unknown) => {
    payload.logger.warn({ msg: `How everything is could not be noted: ${describeError(error)}` })
  })
  const { docs: unfinished } = await findRuns({
    database: getSync(payload).database,
    filter: { status: ACTIVE_STATUSES },
    limit: MOST_LISTED,
  })
  return { ...fired, unfinished }
}
