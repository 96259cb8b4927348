import type { PayloadRequest } from 'payload'

import type { Scope } from '../../../sdk/index.js'
import type { Counts } from '../../run/Run.js'
import type { AbsenceRules } from '../../store/records/countAbsence.js'
import type { RunState } from '../../store/runs/RunState.js'
import type { Job } from './Job.js'

import { hasSeveralConnections } from '../../../sdk/connections/hasSeveralConnections.js'
import { openIssues } from '../../store/issues/openIssues.js'
import { countAbsence } from '../../store/records/countAbsence.js'

type ReportMissingArgs = {
  absence: AbsenceRules
  job: Job
  /** When the last page was asked for, in the database's time. */
  saidAt: Date
  scope: Scope
  state: RunState
}

type AbsenceResult = { counts: Partial<Counts>; warnings: string[] }

/**
 * Makes the last step of a scope: counts who was not in it and reports who has been missing too
 * often. Only for a scope that proves absence. Too many at once are taken for the provider's
 * mistake, and nobody is counted.
 */
export const reportMissing =
  ({ absence, job, saidAt, scope, state }: ReportMissingArgs) =>
  async (req: PayloadRequest): Promise<AbsenceResult> => {
    const { clock, collection, database, provider, resourceName: resource, runId } = job
    const common = { database, provider: provider.name, req, resource }
    const { going, isSuspicious, missing, total } = await countAbsence({
      ...common,
      connection: hasSeveralConnections(provider) ? state.run.connection : undefined,
      rules: absence,
      runId: state.run.id,
      scope: scope.key,
      since: new Date(state.checkpoint.saidAt ?? saidAt),
    })
    if (isSuspicious) {
      const warning =
        `${going} of the ${total} records that ${scope.label} had last time were not in the provider's ` +
        'answer. So many at once are probably a mistake, so none was counted as missing.'
      return { counts: {}, warnings: [warning] }
    }
    await openIssues({
      ...common,
      collection,
      connection: state.run.connection,
      issues: missing.map(({ documentId, externalId }) => ({
        details: { absences: absence.after, scope: scope.key },
        documentId,
        externalId,
        kind: 'missing',
        message: `${provider.label} no longer lists it: it was absent from ${absence.after} complete reads of ${scope.label} in a row. The document was not changed.`,
      })),
      now: clock.now(),
      runId,
    })
    return { counts: { missing: missing.length }, warnings: [] }
  }
