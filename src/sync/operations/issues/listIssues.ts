import type { Payload, PayloadRequest, Where } from 'payload'

import type { JsonObject } from '../../../shared/json.js'
import type { SyncIssue } from '../../store/issues/SyncIssue.js'

import { getSync } from '../../engine/Sync.js'
import { findSharing } from '../../store/issues/findSharing.js'

/** A problem of one record, or of all that have one cause, as its row in `syncIssues` tells it. */
export type Issue = {
  /** Slug of the collection that the record is stored in. */
  collection: null | string
  createdAt: string
  details: JsonObject | null
  /** Of the document, as text; `null` where nothing is stored. */
  documentId: null | string
  /** `null` where it is about several records, or about none. */
  externalId: null | string
  id: number | string
  kind: SyncIssue['kind']
  message: string
  provider: string
  /** How many records it is about. */
  recordCount: number
  /** ExternalIds of the records, at most 5,000 of them. */
  records: string[]
  resource: string
  /** Id of the run that met it last; `null` for a refresh, or when the run was deleted. */
  runId: null | number | string
  status: 'ignored' | 'open' | 'resolved'
  updatedAt: string
}

export type IssueFilter = {
  /** Also finds the issues that stand for several records, of which this is one. */
  externalId?: string
} & Partial<Pick<Issue, 'kind' | 'provider' | 'resource' | 'status'>>

export type IssuePage = {
  docs: Issue[]
  hasNextPage: boolean
  page: number
  totalDocs: number
  totalPages: number
}

type ListIssuesArgs = {
  filter: IssueFilter
  limit: number
  page: number
  payload: Payload
  /** Whose access counts. @default nobody's, everything is listed */
  req?: PayloadRequest | undefined
}

/** A page of issues, those that changed last first. */
export const listIssues = async ({
  filter,
  limit,
  page,
  payload,
  req,
}: ListIssuesArgs): Promise<IssuePage> => {
  const { database } = getSync(payload)
  const { externalId, ...others } = filter
  const where: Where = Object.fromEntries(
    Object.entries(others)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, { equals: value }]),
  )
  if (externalId !== undefined) {
    const shared = await findSharing({ database, externalId })
    where.or = [{ externalId: { equals: externalId } }, { id: { in: shared } }]
  }
  const found = await payload.find({
    collection: database.slugs.syncIssues,
    depth: 0,
    limit,
    overrideAccess: req === undefined,
    page,
    req,
    sort: '-updatedAt',
    where,
  })
  return {
    docs: found.docs.map((document) => toIssue(document as unknown as IssueRow)),
    hasNextPage: found.hasNextPage,
    page: found.page ?? page,
    totalDocs: found.totalDocs,
    totalPages: found.totalPages,
  }
}

export type IssueRow = {
  recordCount: null | number
  records: JsonObject | null
  run?: Issue['runId']
} & Omit<Issue, 'recordCount' | 'records' | 'runId'>

export const toIssue = ({
  id,
  collection,
  createdAt,
  details,
  documentId,
  externalId,
  kind,
  message,
  provider,
  recordCount,
  records,
  resource,
  run,
  status,
  updatedAt,
}: IssueRow): Issue => ({
  id,
  collection: collection ?? null,
  createdAt,
  details: details ?? null,
  documentId: documentId ?? null,
  externalId: externalId ?? null,
  kind,
  message: message ?? '',
  provider,
  recordCount: recordCount ?? (externalId ? 1 : 0),
  records: records ? Object.keys(records) : externalId ? [externalId] : [],
  resource,
  runId: run ?? null,
  status,
  updatedAt,
})
