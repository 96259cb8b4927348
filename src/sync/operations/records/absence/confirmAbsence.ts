import type { Payload, PayloadRequest } from 'payload'

import type { Sight } from '../../../../sdk/connections/Sight.js'
import type { Issue } from '../../issues/listIssues.js'

import { hasSeveralConnections } from '../../../../sdk/connections/hasSeveralConnections.js'
import { limitProviders } from '../../../../sdk/connections/Sight.js'
import { RefusedError } from '../../../../shared/errors/index.js'
import { reportAbsent } from '../../../engine/batch/absence/reportAbsent.js'
import { toJob } from '../../../engine/batch/toJob.js'
import { loadSync } from '../../../engine/Sync.js'
import { toHookContext } from '../../../engine/write/toHookContext.js'
import { inTransaction } from '../../../store/inTransaction.js'
import { resolveIssues } from '../../../store/issues/resolveIssues.js'
import { findAbsent } from '../../../store/records/absence/countAbsence.js'

type ConfirmAbsenceArgs = {
  issueId: Issue['id']
  payload: Payload
  /** Of the person who asks, who must be allowed to see the issue. @default nobody, all is allowed */
  req?: PayloadRequest | undefined
  /** @default 'all' */
  sight?: Sight
}

type Details = { connection?: string; label?: string; run?: string; scope?: string; since?: string }

/**
 * A person says that what a scope lacked in its last complete read is gone for good: what the rules
 * of the resource say is done to it. What anybody has heard of since stays. Returns how many records
 * are missing now.
 *
 * @throws RefusedError `UNKNOWN_ISSUE` for one that is not there, is closed, or is about something else
 */
export const confirmAbsence = async ({
  issueId,
  payload,
  req: asker,
  sight = 'all',
}: ConfirmAbsenceArgs): Promise<{ missing: number }> => {
  const sync = await loadSync({ payload })
  const { database } = sync
  const found = (await payload.findByID({
    id: issueId,
    collection: database.slugs.syncIssues,
    depth: 0,
    disableErrors: true,
    overrideAccess: asker === undefined,
    req: asker,
  })) as ({ details: Details | null } & Omit<Issue, 'details'>) | null
  const provider = found
    ? limitProviders({ providers: sync.providers, sight }).get(found.provider)
    : undefined
  const { connection, label, run, scope, since } = found?.details ?? {}
  if (
    found?.kind !== 'absence' ||
    found.externalId === null ||
    found.status === 'resolved' ||
    !provider?.resources.has(found.resource) ||
    run === undefined ||
    scope === undefined ||
    since === undefined
  ) {
    throw new RefusedError({
      code: 'UNKNOWN_ISSUE',
      message: `There is no open issue ${issueId} about records that a part lacks.`,
    })
  }
  const { externalId, resource } = found
  const job = toJob({ provider, resourceName: resource, runId: null, sync })
  return await inTransaction({
    context: toHookContext(job),
    database,
    work: async (req) => {
      const about = { database, provider: provider.name, req, resource }
      const missing = await findAbsent({
        ...about,
        connection: hasSeveralConnections(provider) ? connection : undefined,
        runId: run,
        scope,
        since: new Date(since),
      })
      const count = await reportAbsent({
        connection,
        job,
        missing,
        req,
        scope,
        why: `a person has confirmed that it is gone from ${label ?? scope}`,
      })
      const now = sync.clock.now()
      await resolveIssues({ ...about, externalIds: [externalId], kinds: ['absence'], now })
      return { missing: count }
    },
  })
}
