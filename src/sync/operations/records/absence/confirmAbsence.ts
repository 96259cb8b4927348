import type { AbsenceIssueArgs } from './findAbsenceIssue.js'

import { reportAbsent } from '../../../engine/batch/absence/reportAbsent.js'
import { toJob } from '../../../engine/batch/toJob.js'
import { toHookContext } from '../../../engine/write/toHookContext.js'
import { inTransaction } from '../../../store/inTransaction.js'
import { resolveIssues } from '../../../store/issues/resolveIssues.js'
import { findAbsent } from '../../../store/records/absence/countAbsence.js'
import { findAbsenceIssue } from './findAbsenceIssue.js'

/**
 * A person says that what a scope lacked in its last complete read is gone for good: what the rules
 * of the resource say is done to it. What anybody has heard of since stays. Returns how many records
 * are missing now.
 *
 * @throws RefusedError `UNKNOWN_ISSUE` for one that is not there, is closed, or is about something else
 */
export const confirmAbsence = async (args: AbsenceIssueArgs): Promise<{ missing: number }> => {
  const { about, connection, externalId, label, provider, sync } = await findAbsenceIssue(args)
  const { database } = sync
  const { resource, scope } = about
  const job = toJob({ provider, resourceName: resource, runId: null, sync })
  return await inTransaction({
    context: toHookContext(job),
    database,
    work: async (req) => {
      const missing = await findAbsent({ ...about, database, lock: 'wait', req })
      const count = await reportAbsent({
        connection,
        job,
        missing,
        req,
        scope,
        why: `a person has confirmed that it is gone from ${label}`,
      })
      await resolveIssues({
        database,
        externalIds: [externalId],
        kinds: ['absence'],
        now: sync.clock.now(),
        provider: provider.name,
        req,
        resource,
      })
      return { missing: count }
    },
  })
}
