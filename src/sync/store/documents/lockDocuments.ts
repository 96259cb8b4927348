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
 */
export const lockDocuments = async ({
  collection,
  database,
  externalIds,
  provider,
  req,
}: LockDocumentsArgs): Promise<void> => {
  if (externalIds.length === 0) {
    return
  }
  const table = findContentTable({ collection, payload: database.payload })
  if (!table) {
    return
  }
  const session = await database.session(req)
  const rows = await session
    .select({ id: table.id! })
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
}
