import type { PayloadRequest } from 'payload'

import { and, asc, eq, sql } from '@payloadcms/db-postgres/drizzle'

import type { JsonObject } from '../../../../shared/json.js'
import type { Database } from '../../Database.js'

import { isOneOf } from '../../isOneOf.js'

type LockRecordsOfArgs = {
  /** Slug of the collection the documents are in. */
  collection: string
  database: Database
  documentIds: readonly (number | string)[]
  req: PayloadRequest
}

export type LockedRecord = {
  base: JsonObject
  externalId: string
  id: number | string
  provider: string
  replaced: JsonObject
  resource: string
}

/**
 * Keeps the sync records of documents from everybody else until the transaction of `req` ends. Call
 * it before the documents are locked, as every batch does, which takes both in the same order.
 */
export const lockRecordsOf = async ({
  collection,
  database,
  documentIds,
  req,
}: LockRecordsOfArgs): Promise<LockedRecord[]> => {
  const table = database.table('syncRecords')
  const session = await database.session(req)
  const rows = await session
    .select({
      id: table.id!,
      base: sql`coalesce(${table.base!}, '{}'::jsonb)`,
      externalId: table.externalId!,
      provider: table.provider!,
      replaced: sql`coalesce(${table.replaced!}, '{}'::jsonb)`,
      resource: table.resource!,
    })
    .from(table)
    .where(
      and(
        eq(table.collection!, collection),
        isOneOf({ column: table.documentId!, values: documentIds.map(String) }),
      ),
    )
    .orderBy(asc(table.externalId!))
    .for('no key update')
  return rows as LockedRecord[]
}
