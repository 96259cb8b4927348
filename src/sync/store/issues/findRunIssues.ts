import { count, desc, eq } from '@payloadcms/db-postgres/drizzle'

import type { IssueKind } from '../../run/issues/IssueKind.js'
import type { Run } from '../../run/Run.js'
import type { Database } from '../Database.js'

type FindRunIssuesArgs = { database: Database; limit: number; runId: Run['id'] }

export type RunIssue = { id: number | string; kind: IssueKind; message: string; status: string }

/** The issues that this run was the last to meet, newest first, and how many there are. */
export const findRunIssues = async ({
  database,
  limit,
  runId,
}: FindRunIssuesArgs): Promise<{ docs: RunIssue[]; total: number }> => {
  const table = database.table('syncIssues')
  const session = await database.session()
  const isOfRun = eq(table.run!, runId)
  const [counted] = await session.select({ total: count() }).from(table).where(isOfRun)
  const rows = await session
    .select({
      id: table.id!,
      kind: table.kind!,
      message: table.message!,
      status: table.status!,
    })
    .from(table)
    .where(isOfRun)
    .orderBy(desc(table.updatedAt!))
    .limit(limit)
  return { docs: rows as RunIssue[], total: counted?.total ?? 0 }
}
