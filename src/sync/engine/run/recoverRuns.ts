import type { Lane } from '../../run/Run.js'
import type { WorkerSession } from '../../store/locks/openWorkerSession.js'
import type { RunningRun } from '../../store/runs/read/findRunning.js'
import type { Sync } from '../Sync.js'

import { dispatchNext } from '../../queue/dispatchNext.js'
import { findStrandedLines } from '../../queue/findStrandedLines.js'
import { releaseTask } from '../../queue/releaseTask.js'
import { moveTasks } from '../../queue/schema/moveTasks.js'
import { inTransaction } from '../../store/inTransaction.js'
import { listKnownWork } from '../../store/runs/knownWork.js'
import { findRunning } from '../../store/runs/read/findRunning.js'
import { closeRun } from '../../store/runs/write/closeRun.js'
import { requeueRun } from '../../store/runs/write/requeueRun.js'
import { countEnding } from '../../store/states/countEnding.js'
import { saveOutcome } from '../../store/states/saveOutcome.js'
import { addTotals } from '../../store/totals/addTotals.js'
import { tellRunEnd } from '../events/tellRunEnd.js'
import { seeToUnknown } from '../work/seeToUnknown.js'
import { toLockKey } from '../work/toLockKey.js'

/** How many workers may die with a run at the same checkpoint before it is given up. */
const MOST_CRASHES = 5

type RecoverRunsArgs = {
  /** In which this process works. */
  lanes: readonly Lane[]
  session: Pick<WorkerSession, 'acquire' | 'release'>
  sync: Sync
}

/**
 * Finds runs that say `running` while nobody holds their lock, which is what a dead worker leaves
 * behind, and queues them again from their checkpoint. Finds also those that wait for a worker that
 * will not come. Any number of processes may do it at once.
 */
export const recoverRuns = async ({ lanes, session, sync }: RecoverRunsArgs): Promise<void> => {
  for (const run of await findRunning(sync.database)) {
    const key = toLockKey(run)
    if (await session.acquire(key)) {
      try {
        await recover({ run, sync })
      } finally {
        await session.release(key)
      }
    }
  }
  // An earlier version that runs beside this one queues its tasks where it always did.
  await moveTasks(sync.database)
  await seeToUnknown({ lanes, sync })
  await dispatchStranded(sync)
}

const dispatchStranded = async (sync: Sync): Promise<void> => {
  const { clock, database, payload } = sync
  const known = listKnownWork(sync.providers)
  for (const line of await findStrandedLines({ database, known, now: clock.now() })) {
    await inTransaction({ database, work: (req) => dispatchNext({ line, req, sync }) })
    payload.logger.warn({
      ...line,
      msg: 'A worker died before it started a run; another worker gets it.',
    })
  }
}

const toError = (crashes: number) => ({
  code: 'CRASHED_REPEATEDLY',
  message:
    `${crashes} workers in a row died at the same point of this run, so it was given up. The logs of ` +
    'those processes say why; a retry goes on from its checkpoint.',
})

type RecoverArgs = { run: RunningRun; sync: Sync }

const recover = async ({ run, sync }: RecoverArgs): Promise<void> => {
  const { clock, database, payload } = sync
  const crashes = run.crashes + 1
  const isRecovered = await inTransaction({
    database,
    work: async (req) => {
      const now = clock.now()
      const isGivenUp = run.isCancelRequested || crashes >= MOST_CRASHES
      const error = run.isCancelRequested ? null : toError(crashes)
      const to = run.isCancelRequested ? 'cancelled' : 'failed'
      const isMoved = isGivenUp
        ? await closeRun({ database, error, from: 'running', now, req, run, to })
        : await requeueRun({ database, now, reason: 'crash', req, run })
      if (isMoved) {
        if (isGivenUp) {
          await addTotals({ database, req, runId: run.id })
          await tellRunEnd({ req, runId: run.id, sync })
        }
        if (isGivenUp && error) {
          const { connection, provider, resource } = run
          await saveOutcome({
            connection,
            database,
            error: error.message,
            isFailure: true,
            now,
            provider,
            req,
            resource,
            since: null,
          })
          await countEnding({ database, req, run })
        }
        await releaseTask({ database, req, runId: run.id })
        await dispatchNext({ line: run, req, sync })
      }
      return isMoved
    },
  })
  // It has ended, or goes on elsewhere, since we looked.
  if (!isRecovered) {
    return
  }
  payload.logger.warn({
    attempt: run.attempt,
    crashes,
    msg: 'A worker died while it was working on this run.',
    provider: run.provider,
    resource: run.resource,
    runId: run.id,
  })
}
