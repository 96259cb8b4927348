import type { PayloadRequest } from 'payload'

import { and, eq, isNull, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

type ForgetDocumentArgs = {
  /** Slug of the collection the document was in. */
  collection: string
  database: Database
  documentId: number | string
  req: PayloadRequest
}

/** Drops what is remembered of a document that is gone, so that nothing points to it any more. */
export const forgetDocument = async ({
  collection,
  database,
  documentId,
  req,
}: ForgetDocumentArgs): Promise<void> => {
  const table = database.table('syncRecords')
  const session = await database.session((await req.transactionID) ? req : undefined)
  const isOfDocument = and(
    eq(table.collection!, collection),
    eq(table.documentId!, String(documentId)),
  )
  const checks = database.table('syncChecks')
  await session.delete(checks).where(
    sql`(${checks.provider!}, ${checks.resource!}, ${checks.externalId!}) in (
      select ${table.provider!}, ${table.resource!}, ${table.externalId!} from ${table}
      where ${isOfDocument}
    )`,
  )
  // What a person deleted stays known.
  await session.delete(table).where(and(isOfDocument, isNull(table.deletedAt!)))
}
