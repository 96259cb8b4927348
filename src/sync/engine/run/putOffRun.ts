import type { RunState } from '../../store/runs/RunState.js'
import type { Sync } from '../Sync.js'
import type { RunFailure } from './failure/toFailure.js'

import { dispatchNext } from '../../queue/dispatchNext.js'
import { inTransaction } from '../../store/inTransaction.js'
import { countRetries } from '../../store/runs/read/countRetries.js'
import { requeueRun } from '../../store/runs/write/requeueRun.js'
import { toRetryDelay } from './failure/toRetryDelay.js'

type PutOffRunArgs = {
  error: unknown
  failure: RunFailure
  log: Sync['payload']['logger']
  state: RunState
  sync: Sync
}

/**
 * Puts a run off that failed for a passing reason. `false` when it has been put off often enough.
 */
export const putOffRun = async ({
  error,
  failure,
  log,
  state: { run },
  sync,
}: PutOffRunArgs): Promise<boolean> => {
  const { clock, database, retries } = sync
  const retry = (await countRetries({ database, runId: run.id })) + 1
  if (retry > retries) {
    return false
  }
  const now = clock.now()
  const delayMs = toRetryDelay({ error, random: Math.random(), retry })
  const retryAt = new Date(now.getTime() + delayMs)
  await inTransaction({
    database,
    work: async (req) => {
      if (await requeueRun({ database, error: failure, now, reason: 'retry', req, retryAt, run })) {
        await dispatchNext({ line: run, req, sync })
      }
    },
  })
  log.warn({ error: failure, msg: 'Sync put off.', retry, retryAt: retryAt.toISOString() })
  return true
}
