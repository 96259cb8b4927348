import type { PayloadRequest } from 'payload'

import { eq } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../../Database.js'

type SettleIssueArgs = {
  database: Database
  documentId: number | string
  id: number | string
  now: Date
  req: PayloadRequest
}

/** Closes the issue of a record that a person has mended, until its provider sends something else. */
export const settleIssue = async ({
  id,
  database,
  documentId,
  now,
  req,
}: SettleIssueArgs): Promise<void> => {
  const table = database.table('syncIssues')
  const session = await database.session(req)
  await session
    .update(table)
    .set({
      documentId: String(documentId),
      settledHash: table.rawHash!,
      status: 'resolved',
      updatedAt: now.toISOString(),
    })
    .where(eq(table.id!, id))
}
