import type { ResourceUse, RunState } from '../../store/runs/RunState.js'
import type { Sync } from '../Sync.js'
import type { RunOutcome } from './judgeRun.js'

import { isFileImport } from '../../../sdk/index.js'
import { dispatchNext } from '../../queue/dispatchNext.js'
import { noteConsentEnd } from '../../store/connections/noteConsentEnd.js'
import { noteRunEnd } from '../../store/connections/noteRunEnd.js'
import { noteFilesRead } from '../../store/files/noteFilesRead.js'
import { inTransaction } from '../../store/inTransaction.js'
import { finishRun } from '../../store/runs/write/finishRun.js'
import { countEnding } from '../../store/states/countEnding.js'
import { saveOutcome } from '../../store/states/saveOutcome.js'
import { addTotals } from '../../store/totals/addTotals.js'
import { tellRunEnd } from '../events/tellRunEnd.js'

/** How a run ends for good. */
export type EndedOutcome =
  | { error: null; status: 'cancelled' }
  | ({ status: 'failed' } & Pick<RunOutcome, 'error'>)
  | RunOutcome

type EndRunArgs = {
  outcome: EndedOutcome
  requests: number
  state: RunState
  sync: Sync
  use: ResourceUse
}

/** Writes how a run ended, and gives the next run of its line to the workers. */
export const endRun = async ({
  outcome,
  requests,
  state,
  sync,
  use,
}: EndRunArgs): Promise<void> => {
  const { clock, database, files, providers } = sync
  const { error, status } = outcome
  const { connection, mode, provider, resource } = state.run
  const isRead = 'isRead' in outcome && outcome.isRead
  await inTransaction({
    database,
    work: async (req) => {
      const now = clock.now()
      await finishRun({
        counts: state.counts,
        database,
        error,
        now,
        req,
        requests,
        state,
        status,
        use,
      })
      await addTotals({ database, req, runId: state.run.id })
      await tellRunEnd({ req, runId: state.run.id, sync })
      // A run that a person stopped says nothing of the provider.
      if (status !== 'cancelled') {
        await saveOutcome({
          connection,
          database,
          error: error?.message ?? null,
          isFailure: status === 'failed',
          now,
          provider,
          req,
          resource,
          // A live run reads only what is on; it says nothing of what changed elsewhere.
          since: isRead && mode !== 'live' ? state.startedAt : null,
        })
        await countEnding({ database, req, run: state.run })
      }
      if (isFileImport(providers.get(provider)?.source)) {
        await noteFilesRead({ database, error, keeps: files.keep, now, req, state })
      }
      await noteRunEnd({
        connection,
        database,
        error: status === 'cancelled' ? undefined : error,
        now,
        provider,
        req,
      })
      await noteConsentEnd({ connection, database, now, provider, req })
      await dispatchNext({ line: state.run, req, sync })
    },
  })
}
