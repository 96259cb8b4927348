import type { ResourceUse, RunState } from '../../store/runs/RunState.js'
import type { Sync } from '../Sync.js'
import type { RunFailure } from './failure/toFailure.js'

import { isSyncError } from '../../../shared/errors/index.js'
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
  use: ResourceUse
}

/**
 * Puts a run off that failed for a passing reason. `false` when it has been put off often enough.
 * A wait that its provider asks for, or that its quota needs, is no failure and may come again.
 */
export const putOffRun = async ({
  error,
  failure,
  log,
  state: { run },
  sync,
  use,
}: PutOffRunArgs): Promise<boolean> => {
  const { clock, database, retries } = sync
  const isWait = isSyncError(error) && error.isWait
  const retry = (await countRetries({ database, runId: run.id })) + 1
  // A project without retries wants to hear at once that a run does not go on.
  if (retries === 0 || (!isWait && retry > retries)) {
    return false
  }
  const now = clock.now()
  const delayMs = toRetryDelay({ error, random: Math.random(), retry })
  const retryAt = new Date(now.getTime() + delayMs)
  await inTransaction({
    database,
    work: async (req) => {
      const reason = isWait ? 'wait' : 'retry'
      if (await requeueRun({ database, error: failure, now, reason, req, retryAt, run, use })) {
        await dispatchNext({ line: run, req, sync })
      }
    },
  })
  const told = { error: failure, retryAt: retryAt.toISOString() }
  if (isWait) {
    log.info({ ...told, msg: 'Sync put off: it waits for its provider.' })
  } else {
    log.warn({ ...told, msg: 'Sync put off.', retry })
  }
  return true
}
