import type { Payload, PayloadRequest } from 'payload'

import type { Sight } from '../../../../sdk/connections/Sight.js'
import type { Provider } from '../../../../sdk/index.js'
import type { Sync } from '../../../engine/Sync.js'
import type { AbsenceArgs } from '../../../store/records/absence/findLacking.js'
import type { Issue } from '../../issues/listIssues.js'

import { hasSeveralConnections } from '../../../../sdk/connections/hasSeveralConnections.js'
import { limitProviders } from '../../../../sdk/connections/Sight.js'
import { RefusedError } from '../../../../shared/errors/index.js'
import { loadSync } from '../../../engine/Sync.js'

export type AbsenceIssueArgs = {
  issueId: Issue['id']
  payload: Payload
  /** Of the person who asks, who must be allowed to see the issue. @default nobody, all is allowed */
  req?: PayloadRequest | undefined
  /** @default 'all' */
  sight?: Sight
}

type AbsenceIssue = {
  /** The read that lacked them. */
  about: Omit<AbsenceArgs, 'database' | 'req'>
  /** Which connection has read it. */
  connection: string | undefined
  /** In the place of a record's id. */
  externalId: string
  /** What the scope is called. */
  label: string
  provider: Provider
  sync: Sync
}

type Details = { connection?: string; label?: string; run?: string; scope?: string; since?: string }

/**
 * What an open issue about records that a scope lacks is about.
 *
 * @throws RefusedError `UNKNOWN_ISSUE` for one that is not there, is closed, or is about something else
 */
export const findAbsenceIssue = async ({
  issueId,
  payload,
  req,
  sight = 'all',
}: AbsenceIssueArgs): Promise<AbsenceIssue> => {
  const sync = await loadSync({ payload })
  const found = (await payload.findByID({
    id: issueId,
    collection: sync.database.slugs.syncIssues,
    depth: 0,
    disableErrors: true,
    overrideAccess: req === undefined,
    req,
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
  return {
    about: {
      connection: hasSeveralConnections(provider) ? connection : undefined,
      provider: provider.name,
      resource: found.resource,
      runId: run,
      scope,
      since: new Date(since),
    },
    connection,
    externalId: found.externalId,
    label: label ?? scope,
    provider,
    sync,
  }
}
