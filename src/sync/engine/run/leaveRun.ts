import type { ResourceUse, RunState } from '../../store/runs/RunState.js'
import type { Sync } from '../Sync.js'
import type { StopReason } from './StopReason.js'

import { dispatchNext } from '../../queue/dispatchNext.js'
import { inTransaction } from '../../store/inTransaction.js'
import { requeueRun } from '../../store/runs/write/requeueRun.js'

type LeaveRunArgs = {
  log: Sync['payload']['logger']
  reason: StopReason
  state: RunState
  sync: Sync
  use: ResourceUse
}

/**
 * A worker that goes away leaves its run to the next one; a worker without its lock says nothing.
 */
export const leaveRun = async ({
  log,
  reason,
  state: { run },
  sync,
  use,
}: LeaveRunArgs): Promise<void> => {
  const { clock, database } = sync
  if (reason === 'lockLost') {
    log.warn({
      msg: 'The database ended the session that held the lock; another worker takes the run over.',
    })
    return
  }
  await inTransaction({
    database,
    work: async (req) => {
      const now = clock.now()
      if (await requeueRun({ database, now, reason: 'handover', req, run, use })) {
        await dispatchNext({ line: run, req, sync })
      }
    },
  })
  log.info({ msg: `Sync interrupted (${reason}); it goes on from its checkpoint.` })
}
