import type { PayloadRequest } from 'payload'

import { and, asc, eq } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

import { findContentTable } from '../findContentTable.js'
import { isOneOf } from '../isOneOf.js'
import { noteHeld } from './holdDocuments.js'

type LockDocumentsArgs = {
  /** Slug of the collection they are in. */
  collection: string
  database: Database
  externalIds: readonly string[]
  provider: string
  req: PayloadRequest
}

/**
 * Keeps the documents that carry these externalIds from everybody else's writes until the
 * transaction of `req` ends; what is read of them after that stays true. All take them in the order
 * of their ids. Documents that point to them can still be written meanwhile.
 *
 * Returns the externalIds of those there are; `undefined` where the collection has no table.
 */
export const lockDocuments = async ({
  collection,
  database,
  externalIds,
  provider,
  req,
}: LockDocumentsArgs): Promise<string[] | undefined> => {
  const table = findContentTable({ collection, payload: database.payload })
  if (!table || externalIds.length === 0) {
    return table && []
  }
  const session = await database.session(req)
  const rows = await session
    .select({ id: table.id!, externalId: table.externalId! })
    .from(table)
    .where(
      and(
        eq(table.provider!, provider),
        isOneOf({ column: table.externalId!, values: externalIds }),
      ),
    )
    .orderBy(asc(table.id!))
    .for('no key update')
  // Payload's update asks for each of them again.
  await noteHeld({ collection, ids: rows.map(({ id }) => id as number | string), req })
  return rows.map(({ externalId }) => String(externalId))
}
