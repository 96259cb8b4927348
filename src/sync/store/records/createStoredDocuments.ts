import type { Where } from 'payload'

import type { FieldCondition, StoredDocuments } from '../../../sdk/index.js'
import type { Database } from '../Database.js'

type CreateStoredDocumentsArgs = {
  /** Slug of the collection that a resource fills; `undefined` for a resource nobody knows. */
  collectionOf: (resource: string) => string | undefined
  database: Database
  provider: string
}

/** What a provider's resources may ask about the documents their records became. */
export const createStoredDocuments = ({
  collectionOf,
  database: { payload },
  provider,
}: CreateStoredDocumentsArgs): StoredDocuments => ({
  exists: async ({ anyOf, resource }) => {
    const collection = collectionOf(resource)
    if (collection === undefined) {
      throw new Error(`${provider} has no resource "${resource}".`)
    }
    const { docs } = await payload.find({
      collection,
      depth: 0,
      limit: 1,
      pagination: false,
      select: { externalId: true },
      where: {
        and: [
          { provider: { equals: provider } },
          { or: anyOf.map((conditions) => ({ and: Object.entries(conditions).flatMap(toWhere) })) },
        ],
      },
    })
    return docs.length > 0
  },
})

const toWhere = ([field, { from, in: values, to }]: [string, FieldCondition]): Where[] => [
  ...(from ? [{ [field]: { greater_than_equal: from.toISOString() } }] : []),
  ...(to ? [{ [field]: { less_than_equal: to.toISOString() } }] : []),
  ...(values ? [{ [field]: { in: [...values] } }] : []),
]
