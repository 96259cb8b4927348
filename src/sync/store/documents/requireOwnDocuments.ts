import type { PayloadRequest } from 'payload'

import { and, asc, eq } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

import { isOneOf } from '../isOneOf.js'

type RequireOwnDocumentsArgs = {
  /** Slug of the collection they are in. */
  collection: string
  database: Database
  /** Ids of documents that carry the externalIds of the resource's records. */
  documentIds: readonly (number | string)[]
  provider: string
  req: PayloadRequest
  resource: string
}

/**
 * Makes sure that documents are not those of another resource of the provider. Two resources may
 * fill one collection; where both have a record of one id, the document is of the one that was
 * there first, and the other's is refused: two things must not become one.
 *
 * @throws Error that names the other resource's record
 */
export const requireOwnDocuments = async ({
  collection,
  database,
  documentIds,
  provider,
  req,
  resource,
}: RequireOwnDocumentsArgs): Promise<void> => {
  if (documentIds.length === 0) {
    return
  }
  const table = database.table('syncRecords')
  const session = await database.session(req)
  const rows = await session
    .select({
      documentId: table.documentId!,
      externalId: table.externalId!,
      resource: table.resource!,
    })
    .from(table)
    .where(
      and(
        eq(table.collection!, collection),
        eq(table.provider!, provider),
        isOneOf({ column: table.documentId!, values: documentIds.map(String) }),
      ),
    )
    .orderBy(asc(table.id!))
  const seen = new Set<string>()
  for (const row of rows as { documentId: string; externalId: string; resource: string }[]) {
    if (!seen.has(row.documentId) && row.resource !== resource) {
      throw new Error(
        `its id is that of ${row.resource} ${row.externalId}, which fills the same collection. ` +
          `${resource} must give its records ids that no ${row.resource} have ` +
          `("${resource}:${row.externalId}").`,
      )
    }
    seen.add(row.documentId)
  }
}
