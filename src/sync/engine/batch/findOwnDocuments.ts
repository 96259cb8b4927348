import type { PayloadRequest } from 'payload'

import type { FoundDocument } from '../write/findDocuments.js'
import type { Job } from './Job.js'

import { requireOwnDocuments } from '../../store/documents/requireOwnDocuments.js'
import { findDocuments } from '../write/findDocuments.js'

type FindOwnDocumentsArgs = {
  /** Slug. */
  collection: string
  externalIds: readonly string[]
  job: Job
  req: PayloadRequest
  /** Whose records these are. */
  resource: string
}

/**
 * Documents that carry these externalIds, by externalId. Where several resources of the provider
 * fill the collection, they must not be those of another one.
 *
 * @throws Error that names the other resource's record
 */
export const findOwnDocuments = async ({
  collection,
  externalIds,
  job: { collections, database, payload, provider },
  req,
  resource,
}: FindOwnDocumentsArgs): Promise<Map<string, FoundDocument>> => {
  const documents = await findDocuments({
    collection,
    externalIds,
    payload,
    provider: provider.name,
    req,
  })
  const isShared = [...collections.values()].filter((slug) => slug === collection).length > 1
  if (isShared) {
    await requireOwnDocuments({
      collection,
      database,
      documentIds: [...documents.values()].map(({ id }) => id),
      provider: provider.name,
      req,
      resource,
    })
  }
  return documents
}
