import type { PayloadRequest } from 'payload'

import { and, eq, sql } from '@payloadcms/db-postgres/drizzle'

import type { JsonObject } from '../../../../shared/json.js'
import type { Database } from '../../Database.js'
import type { OpenConflicts } from './OpenConflict.js'

type FindConflictedArgs = {
  /** Slug of the collection the document is in. */
  collection: string
  database: Database
  documentId: number | string
  /**
   * Whether they are kept from everybody else until the transaction of `req` ends:
   * - `skip`: those that somebody else has are left out. For who has the document already: a batch
   *   takes the record first, and the two would wait for each other.
   * - `wait`: they are waited for
   *
   * @default they are not kept
   */
  lock?: 'skip' | 'wait'
  /** Its transaction asks. @default outside of any */
  req?: PayloadRequest | undefined
}

export type ConflictedRecord = {
  base: JsonObject
  conflicts: OpenConflicts
  externalId: string
  provider: string
  resource: string
  stored: JsonObject
}

/** The records of a document that have open conflicts. One query on an index. */
export const findConflicted = async ({
  collection,
  database,
  documentId,
  lock,
  req,
}: FindConflictedArgs): Promise<ConflictedRecord[]> => {
  const table = database.table('syncRecords')
  const session = await database.session(req)
  const query = session
    .select({
      base: sql`coalesce(${table.base!}, '{}'::jsonb)`,
      conflicts: table.conflicts!,
      externalId: table.externalId!,
      provider: table.provider!,
      resource: table.resource!,
      stored: sql`coalesce(${table.stored!}, '{}'::jsonb)`,
    })
    .from(table)
    .where(
      and(
        eq(table.collection!, collection),
        eq(table.documentId!, String(documentId)),
        sql`${table.conflicts!} <> '{}'::jsonb`,
      ),
    )
  const rows = lock
    ? await query.for('no key update', lock === 'skip' ? { skipLocked: true } : undefined)
    : await query
  return rows as ConflictedRecord[]
}
