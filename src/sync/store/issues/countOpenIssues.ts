import { and, count, eq, sql } from '@payloadcms/db-postgres/drizzle'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { Database } from '../Database.js'

import { issuesInSight } from './issuesInSight.js'

type CountOpenIssuesArgs = {
  database: Database
  /** @default 'all' */
  sight?: Sight
}

export type OpenIssues = { issues: number; records: number }

/** How many issues are open, and of how many records, by `provider/resource`. */
export const countOpenIssues = async ({
  database,
  sight = 'all',
}: CountOpenIssuesArgs): Promise<Map<string, OpenIssues>> => {
  const table = database.table('syncIssues')
  const session = await database.session()
  const rows = await session
    .select({
      issues: count(),
      provider: table.provider!,
      records: sql`sum(coalesce(${table.recordCount!}, 1))`.mapWith(Number),
      resource: table.resource!,
    })
    .from(table)
    .where(and(eq(table.status!, 'open'), issuesInSight({ database, sight })))
    .groupBy(table.provider!, table.resource!)
  return new Map(
    rows.map(({ issues, provider, records, resource }) => [
      `${String(provider)}/${String(resource)}`,
      { issues, records },
    ]),
  )
}
