import type { Payload, PayloadRequest, Where } from 'payload'

import type { JsonObject } from '../../../shared/json.js'
import type { SyncIssue } from '../../store/issues/SyncIssue.js'

import { getSync } from '../../engine/Sync.js'

/** A problem of one record, as its row in `syncIssues` tells it. */
export type Issue = {
  /** Slug of the collection that the record is stored in. */
  collection: null | string
  createdAt: string
  details: JsonObject | null
  /** Of the document, as text; `null` where nothing is stored. */
  documentId: null | string
  externalId: string
  id: number | string
  kind: SyncIssue['kind']
  message: string
  provider: string
  resource: string
  /** Id of the run that met it last; `null` for a refresh, or when the run was deleted. */
  runId: null | number | string
  status: 'ignored' | 'open' | 'resolved'
  updatedAt: string
}

export type IssueFilter = Partial<
  Pick<Issue, 'externalId' | 'kind' | 'provider' | 'resource' | 'status'>
>

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
  const where: Where = Object.fromEntries(
    Object.entries(filter)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, { equals: value }]),
  )
  const found = await payload.find({
    collection: getSync(payload).database.slugs.syncIssues,
    depth: 0,
    limit,
    overrideAccess: req === undefined,
    page,
    req,
    sort: '-updatedAt',
    where,
  })
  return {
    docs: found.docs.map((document) => toIssue(document as unknown as Row)),
    hasNextPage: found.hasNextPage,
    page: found.page ?? page,
    totalDocs: found.totalDocs,
    totalPages: found.totalPages,
  }
}

type Row = { run?: Issue['runId'] } & Omit<Issue, 'runId'>

const toIssue = ({
  id,
  collection,
  createdAt,
  details,
  documentId,
  externalId,
  kind,
  message,
  provider,
  resource,
  run,
  status,
  updatedAt,
}: Row): Issue => ({
  id,
  collection: collection ?? null,
  createdAt,
  details: details ?? null,
  documentId: documentId ?? null,
  externalId,
  kind,
  message: message ?? '',
  provider,
  resource,
  runId: run ?? null,
  status,
  updatedAt,
})
