import type { Locks } from '../store/locks/openLocks.js'
import type { Sync } from './Sync.js'

import { dispatchNext } from '../queue/dispatchNext.js'
import { releaseTask } from '../queue/releaseTask.js'
import { inTransaction } from '../store/inTransaction.js'
import { findRuns } from '../store/runs/findRuns.js'
import { requeueRun } from '../store/runs/requeueRun.js'
import { toLockKey } from './toLockKey.js'

type RecoverRunsArgs = { locks: Locks; sync: Sync }

/** More runs than any number of workers has in hand at once. */
const MOST_RUNNING = 100

/**
 * Finds runs that say `running` while nobody holds their lock, which is what a dead worker leaves
 * behind, and queues them again from their checkpoint. Any number of processes may do it at once.
 */
export const recoverRuns = async ({ locks, sync }: RecoverRunsArgs): Promise<void> => {
  const { clock, database, payload } = sync
  const { docs } = await findRuns({
    database,
    filter: { status: 'running' },
    limit: MOST_RUNNING,
  })
  for (const run of docs) {
    const key = toLockKey(run)
    if (!(await locks.acquire(key))) {
      continue
    }
    try {
      await inTransaction({
        payload,
        work: async (req) => {
          if (!(await requeueRun({ database, now: clock.now(), req, run }))) {
            return
          }
          await releaseTask({ database, req, runId: run.id })
          await dispatchNext({ database, req, run })
          payload.logger.warn({
            attempt: run.attempt,
            msg: 'A worker died with this run in its hands; it goes on from its checkpoint.',
            provider: run.provider,
            resource: run.resource,
            runId: run.id,
          })
        },
      })
    } finally {
      await locks.release(key)
    }
  }
}
