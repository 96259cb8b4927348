import type { Where } from 'payload'

import { and, eq, sql } from '@payloadcms/db-postgres/drizzle'

import type { FieldCondition, StoredDocuments } from '../../../sdk/index.js'
import type { Database } from '../Database.js'

import { isOneOf } from '../isOneOf.js'

type CreateStoredDocumentsArgs = {
  /** Slug of the collection that a resource fills; `undefined` for a resource nobody knows. */
  collectionOf: (resource: string) => string | undefined
  database: Database
  provider: string
  /** Only documents of records that this connection sees. @default all of the provider */
  seenBy?: string | undefined
}

/** What a provider's resources may ask about the documents their records became. */
export const createStoredDocuments = ({
  collectionOf,
  database,
  provider,
  seenBy,
}: CreateStoredDocumentsArgs): StoredDocuments => ({
  exists: async ({ anyOf, resource }) => {
    const collection = collectionOf(resource)
    if (collection === undefined) {
      throw new Error(`${provider} has no resource "${resource}".`)
    }
    const { docs } = await database.payload.find({
      collection,
      depth: 0,
      limit: seenBy === undefined ? 1 : 0,
      pagination: false,
      select: { externalId: true },
      where: {
        and: [
          { provider: { equals: provider } },
          { or: anyOf.map((conditions) => ({ and: Object.entries(conditions).flatMap(toWhere) })) },
        ],
      },
    })
    return seenBy === undefined
      ? docs.length > 0
      : await isAnySeen({
          collection,
          connection: seenBy,
          database,
          documentIds: docs.map(({ id }) => String(id)),
        })
  },
})

type IsAnySeenArgs = {
  collection: string
  connection: string
  database: Database
  documentIds: readonly string[]
}

const isAnySeen = async ({
  collection,
  connection,
  database,
  documentIds,
}: IsAnySeenArgs): Promise<boolean> => {
  if (documentIds.length === 0) {
    return false
  }
  const table = database.table('syncRecords')
  const session = await database.session()
  const seen = await session
    .select({ id: table.id! })
    .from(table)
    .where(
      and(
        eq(table.collection!, collection),
        isOneOf({ column: table.documentId!, values: documentIds }),
        sql`jsonb_exists(${table.seenBy!}, ${connection})`,
      ),
    )
    .limit(1)
  return seen.length > 0
}

const toWhere = ([field, { from, in: values, to }]: [string, FieldCondition]): Where[] => [
  ...(from ? [{ [field]: { greater_than_equal: from.toISOString() } }] : []),
  ...(to ? [{ [field]: { less_than_equal: to.toISOString() } }] : []),
  ...(values ? [{ [field]: { in: [...values] } }] : []),
]
