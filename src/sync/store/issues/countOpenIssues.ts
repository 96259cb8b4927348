import { count, eq } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

/** How many issues are open, by `provider/resource`. */
export const countOpenIssues = async (database: Database): Promise<Map<string, number>> => {
  const table = database.table('syncIssues')
  const session = await database.session()
  const rows = await session
    .select({ open: count(), provider: table.provider!, resource: table.resource! })
    .from(table)
    .where(eq(table.status!, 'open'))
    .groupBy(table.provider!, table.resource!)
  return new Map(
    rows.map(({ open, provider, resource }) => [`${String(provider)}/${String(resource)}`, open]),
  )
}
