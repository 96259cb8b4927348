import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { Run } from '../../run/Run.js'

import { RefusedError } from '../../../shared/errors/index.js'
import { tellRunEnd } from '../../engine/events/tellRunEnd.js'
import { getSync } from '../../engine/Sync.js'
import { dispatchNext } from '../../queue/dispatchNext.js'
import { inTransaction } from '../../store/inTransaction.js'
import { sendToWorkers } from '../../store/locks/sendToWorkers.js'
import { closeRun } from '../../store/runs/write/closeRun.js'
import { requestCancel } from '../../store/runs/write/requestCancel.js'
import { addTotals } from '../../store/totals/addTotals.js'
import { getRun } from './getRun.js'

type CancelRunArgs = {
  payload: Payload
  runId: Run['id']
  /** A run of another connection is none that there is. @default 'all' */
  sight?: Sight
}

/**
 * Cancels a run. One that waits ends at once; a worker that has it ends it within a second, and
 * what it committed stays. Returns the run as it is then.
 *
 * @throws RefusedError when there is no such run or it has ended
 */
export const cancelRun = async ({ payload, runId, sight }: CancelRunArgs): Promise<Run> => {
  const sync = getSync(payload)
  const { clock, database } = sync
  const run = await getRun({ payload, runId, sight })
  if (run.status !== 'queued' && run.status !== 'running') {
    throw new RefusedError({
      code: 'RUN_ENDED',
      message: `Run ${runId} has ended already (${run.status}).`,
    })
  }
  const isHeard = await inTransaction({
    database,
    work: async (req) => {
      const now = clock.now()
      const isClosed = await closeRun({
        database,
        error: null,
        from: 'queued',
        now,
        req,
        run,
        to: 'cancelled',
      })
      if (isClosed) {
        await addTotals({ database, req, runId })
        await tellRunEnd({ req, runId, sync })
        await dispatchNext({ line: run, req, sync })
        return true
      }
      await sendToWorkers({ database, message: String(runId), req })
      return await requestCancel({ database, now, req, runId })
    },
  })
  // Between our looking and our asking a worker took it, or gave it back.
  return isHeard ? await getRun({ payload, runId }) : await cancelRun({ payload, runId })
}
