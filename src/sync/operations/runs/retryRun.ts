import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { Run } from '../../run/Run.js'
import type { Asker } from '../../store/runs/initiator.js'

import { RefusedError } from '../../../shared/errors/index.js'
import { getSync } from '../../engine/Sync.js'
import { dispatchNext } from '../../queue/dispatchNext.js'
import { prepareQueue } from '../../queue/prepareQueue.js'
import { DECIDE_MODE } from '../../run/Run.js'
import { inTransaction } from '../../store/inTransaction.js'
import { toInitiator } from '../../store/runs/initiator.js'
import { reopenRun } from '../../store/runs/write/reopenRun.js'
import { getRun } from './getRun.js'

type RetryRunArgs = {
  /** Who asked: a user, or the id of one of the admin panel; `null` when nobody did. */
  initiatedBy: Asker
  payload: Payload
  runId: Run['id']
  /** A run of another connection is none that there is. @default 'all' */
  sight?: Sight
}

/**
 * Queues a run again that failed, was cancelled or could not read every scope. It goes on from its
 * checkpoint and reads the scopes again that failed; what it stored stays.
 *
 * @throws RefusedError when there is no such run or it left nothing to do
 */
export const retryRun = async ({
  initiatedBy,
  payload,
  runId,
  sight,
}: RetryRunArgs): Promise<Run> => {
  const sync = getSync(payload)
  const { clock, database } = sync
  const run = await getRun({ payload, runId, sight })
  if (run.mode === DECIDE_MODE) {
    throw new RefusedError({
      code: 'NOTHING_TO_RETRY',
      message: `Run ${runId} has read nothing: a person has decided in it. Decide the rest.`,
    })
  }
  const asked = toInitiator({ asker: initiatedBy, payload })
  await prepareQueue({ database })
  const isReopened = await inTransaction({
    database,
    work: async (req) => {
      if (!(await reopenRun({ database, initiatedBy: asked, now: clock.now(), req, runId }))) {
        return false
      }
      await dispatchNext({ line: run, req, sync })
      return true
    },
  })
  if (!isReopened) {
    throw new RefusedError({
      code: 'NOTHING_TO_RETRY',
      message:
        run.status === 'partial'
          ? `Run ${runId} has read everything, so there is nothing left to retry: its issues say what is open.`
          : `Run ${runId} is ${run.status}, so there is nothing left to retry. Start a new run.`,
    })
  }
  return await getRun({ payload, runId })
}
