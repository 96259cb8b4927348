import type { Lane } from '../../run/Run.js'
import type { UnknownRun } from '../../store/runs/unknownRuns.js'
import type { Sync } from '../Sync.js'

import { dispatchNext } from '../../queue/dispatchNext.js'
import { removeTask } from '../../queue/releaseTask.js'
import { inTransaction } from '../../store/inTransaction.js'
import { listKnownWork } from '../../store/runs/knownWork.js'
import { findAbandonedRuns, noteUnknownRuns, vouchForRuns } from '../../store/runs/unknownRuns.js'
import { closeRun } from '../../store/runs/write/closeRun.js'
import { countEnding } from '../../store/states/countEnding.js'
import { saveOutcome } from '../../store/states/saveOutcome.js'
import { addTotals } from '../../store/totals/addTotals.js'
import { tellRunEnd } from '../events/tellRunEnd.js'

type SeeToUnknownArgs = { lanes: readonly Lane[]; sync: Sync }

/**
 * Sees to it that a run whose resource or connection this process does not know waits for one that does, and ends
 * when none came for an hour.
 */
export const seeToUnknown = async ({ lanes, sync }: SeeToUnknownArgs): Promise<void> => {
  const { clock, database, providers } = sync
  const known = listKnownWork(providers)
  const now = clock.now()
  await vouchForRuns({ database, known, lanes, now })
  await noteUnknownRuns({ database, known, now })
  for (const run of await findAbandonedRuns({ database, known, now })) {
    await giveUp({ run, sync })
  }
}

const giveUp = async ({ run, sync }: { run: UnknownRun; sync: Sync }): Promise<void> => {
  const { clock, database, payload } = sync
  const { id, connection, provider, resource } = run
  const hasResource = sync.providers.get(provider)?.resources.has(resource) === true
  const missing = hasResource
    ? `the connection "${connection}" of ${provider}`
    : `${provider} ${resource}`
  const error = {
    code: hasResource ? 'CONNECTION_UNKNOWN' : 'RESOURCE_UNKNOWN',
    message:
      `For an hour there was no process whose config has ${missing}. Deploy one that has it and ` +
      'retry this run, or delete the schedules that ask for it.',
  }
  const isClosed = await inTransaction({
    database,
    work: async (req) => {
      const now = clock.now()
      const move = { from: 'queued', to: 'failed' } as const
      if (!(await closeRun({ ...move, database, error, now, req, run }))) {
        return false
      }
      await tellRunEnd({ req, runId: id, sync })
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
      await addTotals({ database, req, runId: id })
      await countEnding({ database, req, run })
      await removeTask({ database, req, runId: id })
      await dispatchNext({ line: run, req, sync })
      return true
    },
  })
  if (isClosed) {
    payload.logger.error({ error, msg: 'Sync failed.', provider, resource, runId: id })
  }
}
