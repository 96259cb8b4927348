import { count } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

/** How many records are stored, by `provider/resource`. */
export const countRecords = async (database: Database): Promise<Map<string, number>> => {
  const table = database.table('syncRecords')
  const session = await database.session()
  const rows = await session
    .select({ provider: table.provider!, resource: table.resource!, stored: count() })
    .from(table)
    .groupBy(table.provider!, table.resource!)
  return new Map(
    rows.map(({ provider, resource, stored }) => [
      `${String(provider)}/${String(resource)}`,
      stored,
    ]),
  )
}
