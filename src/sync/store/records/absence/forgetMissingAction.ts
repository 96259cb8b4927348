import type { PayloadRequest } from 'payload'

import { and, eq, inArray, isNotNull } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../../Database.js'

type ForgetMissingActionArgs = {
  /** Slug of the collection the document is in. */
  collection: string
  database: Database
  documentId: number | string
  req: PayloadRequest
}

/**
 * Forgets what was done to a document while its record was missing. That it is missing stays. A
 * record that somebody else has is left alone: whoever asks has the document, and a batch that has the
 * record waits for it.
 */
export const forgetMissingAction = async ({
  collection,
  database,
  documentId,
  req,
}: ForgetMissingActionArgs): Promise<void> => {
  const table = database.table('syncRecords')
  const session = await database.session(req)
  const free = session
    .select({ id: table.id! })
    .from(table)
    .where(
      and(
        eq(table.collection!, collection),
        eq(table.documentId!, String(documentId)),
        isNotNull(table.missingAction!),
      ),
    )
    .for('no key update', { skipLocked: true })
  await session.update(table).set({ missingAction: null }).where(inArray(table.id!, free))
}
