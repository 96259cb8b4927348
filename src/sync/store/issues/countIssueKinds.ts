import { count, eq } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

export type IssueKindCount = { issues: number; kind: string; provider: string; resource: string }

/** How many issues are open, by resource and kind. */
export const countIssueKinds = async (database: Database): Promise<IssueKindCount[]> => {
  const table = database.table('syncIssues')
  const session = await database.session()
  const rows = await session
    .select({
      issues: count(),
      kind: table.kind!,
      provider: table.provider!,
      resource: table.resource!,
    })
    .from(table)
    .where(eq(table.status!, 'open'))
    .groupBy(table.provider!, table.resource!, table.kind!)
  return rows.map(({ issues, kind, provider, resource }) => ({
    issues,
    kind: String(kind),
    provider: String(provider),
    resource: String(resource),
  }))
}
