import type { Payload, PayloadRequest } from 'payload'

import type { Sight } from '../../../../sdk/connections/Sight.js'
import type { Provider } from '../../../../sdk/index.js'
import type { JsonObject } from '../../../../shared/json.js'
import type { Sync } from '../../../engine/Sync.js'
import type { Issue } from '../listIssues.js'

import { limitProviders } from '../../../../sdk/connections/Sight.js'
import { RefusedError } from '../../../../shared/errors/index.js'
import { isId } from '../../../store/isId.js'

/** Whose issues are meant, and who asks. */
export type IssuesArgs = {
  issueIds: readonly Issue['id'][]
  payload: Payload
  /** Of the person who asks, who must be allowed to see them. @default nobody, all is allowed */
  req?: PayloadRequest | undefined
  /** @default 'all' */
  sight?: Sight
}

/** An issue of records that could not be stored. */
export type QuarantinedIssue = {
  details: { problems?: { message: string; path: string }[] } | null
  firstSeenAt: null | string
  lastSeenAt: null | string
  mapped: JsonObject | null
  raw: null | string
  rawHash: null | string
  records: JsonObject | null
  settledHash: null | string
  timesSeen: null | number
} & Omit<Issue, 'details' | 'records'>

/** Kinds of issues whose records are not stored. */
export const QUARANTINE_KINDS: readonly Issue['kind'][] = ['invalid', 'write']

type FindQuarantinedArgs = { sync: Sync } & IssuesArgs

export type Quarantined = { issue: QuarantinedIssue; provider: Provider }

/**
 * Issues of records that could not be stored, of those that are named, with their providers.
 *
 * @throws RefusedError `UNKNOWN_ISSUE` when none of them is such an issue, or the person may see none
 */
export const findQuarantined = async ({
  issueIds,
  payload,
  req,
  sight = 'all',
  sync,
}: FindQuarantinedArgs): Promise<Quarantined[]> => {
  const providers = limitProviders({ providers: sync.providers, sight })
  const { database } = sync
  const ids = issueIds.filter((id) => isId({ id, database }))
  const { docs } = await payload.find({
    collection: database.slugs.syncIssues,
    depth: 0,
    limit: issueIds.length,
    overrideAccess: req === undefined,
    pagination: false,
    req,
    sort: 'id',
    where: { id: { in: ids }, kind: { in: [...QUARANTINE_KINDS] } },
  })
  const found = (docs as unknown as QuarantinedIssue[]).flatMap((issue) => {
    const provider = providers.get(issue.provider)
    return provider?.resources.has(issue.resource) ? [{ issue, provider }] : []
  })
  if (found.length === 0) {
    throw new RefusedError({
      code: 'UNKNOWN_ISSUE',
      message: `There is no issue ${issueIds.join(', ')} of records that could not be stored.`,
    })
  }
  return found
}

/** ExternalIds of the records of an issue, as far as the provider has told any. */
export const listRecords = ({ externalId, records }: QuarantinedIssue): string[] =>
  (records ? Object.keys(records) : externalId === null ? [] : [externalId]).filter(
    (id) => !id.startsWith('unidentified-'),
  )
