import type { PayloadRequest } from 'payload'

import type { Job } from '../batch/Job.js'
import type { FoundDocument } from './findDocuments.js'

/** What an editor saved and did not publish. */
export type Draft = {
  createdAt: string
  /** Of its row in the versions of the collection. */
  id: number | string
  /** Whether the admin panel saved it by itself. */
  isAutosaved: boolean
  updatedAt: string
  /** The whole document as it would be published, with all locales. */
  version: FoundDocument
}

type CollectionArgs = { job: Pick<Job, 'collection' | 'payload'> }

/** Whether documents of the collection are drafts or published. */
export const hasDrafts = ({ job: { collection, payload } }: CollectionArgs): boolean =>
  Boolean(payload.collections[collection]?.config.versions?.drafts)

type IsPublishedArgs = { document: FoundDocument; locale: string | undefined }

/** Whether a document is published; in the default locale, where each has a status of its own. */
export const isPublished = ({ document: { _status: status }, locale }: IsPublishedArgs): boolean =>
  (typeof status === 'object' && status !== null && locale
    ? (status as Record<string, unknown>)[locale]
    : status) === 'published'

type FindDraftArgs = {
  document: FoundDocument
  job: Pick<Job, 'collection' | 'latest' | 'payload'>
  locale: string | undefined
  req: PayloadRequest
}

/** The newest version of a document, if it is a draft. One query, where it is not known already. */
export const findDraft = async ({
  document,
  job,
  locale,
  req,
}: FindDraftArgs): Promise<Draft | undefined> => {
  if (!hasDrafts({ job })) {
    return undefined
  }
  const newest = job.latest
    ? job.latest.get(String(document.id))
    : await findLatest({ documentId: document.id, job, req })
  if (!newest) {
    return undefined
  }
  const version = { ...(newest.version as Record<string, unknown>), id: document.id }
  const { id, autosave, createdAt, updatedAt } = newest
  return isPublished({ document: version, locale })
    ? undefined
    : { id, createdAt, isAutosaved: autosave === true, updatedAt, version }
}

type FindLatestArgs = {
  documentId: number | string
  job: Pick<Job, 'collection' | 'payload'>
  req: PayloadRequest
}

export type Latest = {
  autosave?: boolean
  createdAt: string
  id: number | string
  updatedAt: string
  version: unknown
}

/** The version that Payload itself would go on from. */
export const findLatest = async ({
  documentId,
  job: { collection, payload },
  req,
}: FindLatestArgs): Promise<Latest | undefined> => {
  const { docs } = await payload.db.findVersions({
    collection,
    limit: 1,
    pagination: false,
    req,
    sort: '-updatedAt',
    where: { and: [{ parent: { equals: documentId } }, { latest: { equals: true } }] },
  })
  return docs[0] as Latest | undefined
}

type FindAllLatestArgs = { documentIds: readonly (number | string)[] } & Omit<
  FindLatestArgs,
  'documentId'
>

/** As `findLatest`, of many documents by one query, by their ids as text. */
export const findAllLatest = async ({
  documentIds,
  job: { collection, payload },
  req,
}: FindAllLatestArgs): Promise<ReadonlyMap<string, Latest>> => {
  if (documentIds.length === 0) {
    return new Map()
  }
  const { docs } = await payload.db.findVersions({
    collection,
    limit: 0,
    pagination: false,
    req,
    sort: 'updatedAt',
    where: { and: [{ parent: { in: documentIds } }, { latest: { equals: true } }] },
  })
  return new Map(docs.map((latest) => [String(latest.parent), latest as Latest]))
}
