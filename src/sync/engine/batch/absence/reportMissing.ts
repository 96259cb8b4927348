import type { PayloadRequest } from 'payload'

import type { Scope } from '../../../../sdk/index.js'
import type { Counts } from '../../../run/Run.js'
import type { AbsenceRules } from '../../../store/records/absence/countAbsence.js'
import type { RunState } from '../../../store/runs/RunState.js'
import type { Job } from '../Job.js'

import { hasSeveralConnections } from '../../../../sdk/connections/hasSeveralConnections.js'
import { resolveIssues } from '../../../store/issues/resolveIssues.js'
import { countAbsence } from '../../../store/records/absence/countAbsence.js'
import { openAndTellIssues } from '../../events/tellIssues.js'
import { reportAbsent } from './reportAbsent.js'

type ReportMissingArgs = {
  absence: AbsenceRules
  job: Job
  scope: Scope
  /** When the first page was asked for, in the database's time. */
  since: Date
  state: RunState
}

type AbsenceResult = { counts: Partial<Counts>; warnings: string[] }

/**
 * Makes the last step of a scope: counts who was not in it and reports who has been missing too
 * often. Only for a scope that proves absence. Too many at once are taken for the provider's
 * mistake, and nobody is counted.
 */
export const reportMissing =
  ({ absence, job, scope, since, state }: ReportMissingArgs) =>
  async (req: PayloadRequest): Promise<AbsenceResult> => {
    const { clock, collection, database, provider, resourceName: resource, rules, runId } = job
    const { connection } = state.run
    // A live or incremental run reads what may have changed; what it lacks proves nothing.
    if (state.run.mode !== 'full' || rules.onMissing === 'ignore') {
      return { counts: {}, warnings: [] }
    }
    const common = { database, provider: provider.name, req, resource }
    const { going, isSuspicious, missing, pending, total } = await countAbsence({
      ...common,
      connection: hasSeveralConnections(provider) ? connection : undefined,
      rules: absence,
      runId: state.run.id,
      scope: scope.key,
      since,
    })
    const now = clock.now()
    const issueId = toScopeIssue(scope.key)
    if (!isSuspicious && pending.length === 0) {
      const noted = await job.book?.look(req)
      if (noted?.mayHave(issueId) !== false) {
        await resolveIssues({ ...common, externalIds: [issueId], kinds: ['absence'], now })
      }
    } else {
      const absent = isSuspicious ? going : pending.length
      await openAndTellIssues({
        ...common,
        collection,
        connection,
        issues: [
          {
            details: {
              absent,
              connection,
              label: scope.label,
              run: String(state.run.id),
              scope: scope.key,
              since: since.toISOString(),
              total,
            },
            documentId: null,
            externalId: issueId,
            kind: 'absence',
            message:
              `${absent} of the ${isSuspicious ? total : Math.max(total, absent)} records of ` +
              `${scope.label} are not in the answer of ${provider.label}. ` +
              (isSuspicious
                ? 'So many at once may be a mistake, so nothing was done. '
                : 'It has so few that nothing is done by itself. ') +
              'If they are gone for good, confirm it.',
          },
        ],
        now,
        runId,
      })
    }
    job.book?.add([{ externalId: issueId, kind: 'absence' }])
    if (isSuspicious) {
      const warning =
        `${going} of the ${total} records that ${scope.label} had last time were not in the provider's ` +
        'answer. So many at once are probably a mistake, so none was counted as missing.'
      return { counts: {}, warnings: [warning] }
    }
    const count = await reportAbsent({
      connection,
      job,
      missing,
      req,
      scope: scope.key,
      why: `it was absent from ${absence.after} complete reads of ${scope.label} in a row`,
    })
    return { counts: { missing: count }, warnings: [] }
  }

/** What an issue about a scope as a whole has in the place of a record's id. */
export const toScopeIssue = (scope: string): string => `scope:${scope}`
