import type { SyncRecord } from '../../store/records/SyncRecord.js'
import type { Job } from '../batch/Job.js'

import { isReference } from '../../../sdk/index.js'

/** Sync records by resource and externalId. */
export type KnownRecords = Map<string, Map<string, SyncRecord>>

type ResolveArgs = { job: Job; known: KnownRecords; value: unknown }

/**
 * A mapped value as the document holds it: a reference, or each of a list, becomes the document's
 * id; `undefined` while there is no such document.
 */
export const resolveReference = ({ job, known, value }: ResolveArgs): unknown => {
  if (Array.isArray(value) && value.some(isReference)) {
    const resolved = value.map((item: unknown) => resolveReference({ job, known, value: item }))
    return resolved.includes(undefined) ? undefined : resolved
  }
  if (!isReference(value)) {
    return value
  }
  const documentId = known.get(value.resource)?.get(value.externalId)?.documentId
  const collection = job.collections.get(value.resource)
  if (documentId === undefined || collection === undefined) {
    return undefined
  }
  return toDocumentId({ id: documentId, collection, payload: job.payload })
}

type ToDocumentIdArgs = { collection: string; id: string; payload: Job['payload'] }

/** An id as the collection's own type; sync records keep all of them as text. */
export const toDocumentId = ({ id, collection, payload }: ToDocumentIdArgs): number | string => {
  const type = payload.collections[collection]?.customIDType ?? payload.db.defaultIDType
  return type === 'number' ? Number(id) : id
}
