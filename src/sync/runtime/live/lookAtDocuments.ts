import type { Payload, Where } from 'payload'

import type { LiveDocument } from '../../../shared/live/LiveNews.js'
import type { DocumentFeed, Look } from './createDocumentFeed.js'
import type { LiveCollection } from './LiveSettings.js'

type LookAtDocumentsArgs = {
  collection: LiveCollection
  now: Date
  payload: Payload
  slug: string
  /** What is known already. */
  versions: ReturnType<DocumentFeed['versions']>
}

/**
 * Reads a collection as a visitor may. While nothing changes that is one question, for ids and
 * moments: a sync moves `updatedAt` only when a field did.
 *
 * @throws Forbidden when visitors may not read the collection
 */
export const lookAtDocuments = async ({
  slug,
  collection: { depth, limit, sort, where },
  now,
  payload,
  versions,
}: LookAtDocumentsArgs): Promise<Look> => {
  const find = async (args: {
    depth: number
    limit: number
    select?: { updatedAt: true }
    where: Where
  }): Promise<LiveDocument[]> => {
    const { docs } = await payload.find({
      ...args,
      collection: slug,
      overrideAccess: false,
      pagination: false,
      user: null,
      ...(sort !== undefined && { sort }),
    })
    return docs as LiveDocument[]
  }
  const findByIds = async (ids: readonly LiveDocument['id'][]): Promise<LiveDocument[]> =>
    ids.length === 0 ? [] : await find({ depth, limit: 0, where: { id: { in: [...ids] } } })

  const heads = await find({ depth: 0, limit, select: { updatedAt: true }, where: where({ now }) })
  const ids = heads.map(({ id }) => id)
  const isThere = new Set(ids)
  return {
    // Without the moment of its last change, a document may have changed at any time.
    changed: await findByIds(
      heads
        .filter(({ id, updatedAt }) => updatedAt === undefined || versions.get(id) !== updatedAt)
        .map(({ id }) => id),
    ),
    ids,
    left: await findByIds([...versions.keys()].filter((id) => !isThere.has(id))),
  }
}
