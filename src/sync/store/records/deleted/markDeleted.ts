import type { PayloadRequest } from 'payload'

import { inArray } from '@payloadcms/db-postgres/drizzle'

import type { JsonObject } from '../../../../shared/json.js'
import type { Initiator } from '../../../run/Run.js'
import type { Database } from '../../Database.js'

type MarkDeletedArgs = {
  by: Initiator | null
  database: Database
  /** Of the rows. */
  ids: readonly (number | string)[]
  /** The document as it was, in all languages. */
  kept: JsonObject
  now: Date
  /** Its transaction writes. @default outside of any */
  req: PayloadRequest | undefined
}

/**
 * Makes tombstones of sync records: their document was deleted by a person and stays away. What is
 * remembered of the provider's word stays as it was, for the day that it is restored.
 */
export const markDeleted = async ({
  by,
  database,
  ids,
  kept,
  now,
  req,
}: MarkDeletedArgs): Promise<void> => {
  if (ids.length === 0) {
    return
  }
  const table = database.table('syncRecords')
  const session = await database.session(req)
  await session
    .update(table)
    .set({ conflicts: {}, deletedAt: now.toISOString(), deletedBy: by, hash: null, kept })
    .where(inArray(table.id!, [...ids]))
}
