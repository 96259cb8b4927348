import type { PayloadRequest } from 'payload'

import { and, asc, eq } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

type LockDocumentRecordsArgs = {
  /** Slug of the collection the document is in. */
  collection: string
  database: Database
  documentId: number | string
  req: PayloadRequest
}

/**
 * Keeps the sync records of a document from everybody else until the transaction of `req` ends.
 * Does nothing where there is no transaction.
 */
export const lockDocumentRecords = async ({
  collection,
  database,
  documentId,
  req,
}: LockDocumentRecordsArgs): Promise<void> => {
  if (!(await req.transactionID)) {
    return
  }
  const table = database.table('syncRecords')
  const session = await database.session(req)
  await session
    .select({ id: table.id! })
    .from(table)
    .where(and(eq(table.collection!, collection), eq(table.documentId!, String(documentId))))
    .orderBy(asc(table.externalId!))
    .for('update')
}
