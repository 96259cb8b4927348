import { and, count, eq } from '@payloadcms/db-postgres/drizzle'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { Database } from '../Database.js'

import { issuesInSight } from './issuesInSight.js'

type CountOpenIssuesArgs = {
  database: Database
  /** @default 'all' */
  sight?: Sight
}

/** How many issues are open, by `provider/resource`. */
export const countOpenIssues = async ({
  database,
  sight = 'all',
}: CountOpenIssuesArgs): Promise<Map<string, number>> => {
  const table = database.table('syncIssues')
  const session = await database.session()
  const rows = await session
    .select({ open: count(), provider: table.provider!, resource: table.resource! })
    .from(table)
    .where(and(eq(table.status!, 'open'), issuesInSight({ database, sight })))
    .groupBy(table.provider!, table.resource!)
  return new Map(
    rows.map(({ open, provider, resource }) => [`${String(provider)}/${String(resource)}`, open]),
  )
}
