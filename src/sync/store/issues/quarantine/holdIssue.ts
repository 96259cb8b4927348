import type { PayloadRequest } from 'payload'

import { eq } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../../Database.js'

type HoldIssueArgs = { database: Database; id: number | string; req: PayloadRequest }

/**
 * Keeps an issue from everybody else until the transaction of `req` ends, and returns it as it is
 * now; `undefined` when it is gone. Call it after its record is locked, as every batch does, which
 * takes both in the same order.
 */
export const holdIssue = async ({
  id,
  database,
  req,
}: HoldIssueArgs): Promise<Record<string, unknown> | undefined> => {
  const table = database.table('syncIssues')
  const session = await database.session(req)
  const rows = await session.select().from(table).where(eq(table.id!, id)).for('update')
  return rows[0] as Record<string, unknown> | undefined
}
