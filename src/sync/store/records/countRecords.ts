import { count } from '@payloadcms/db-postgres/drizzle'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { Database } from '../Database.js'

import { recordsInSight } from './sightings/recordsInSight.js'

type CountRecordsArgs = {
  database: Database
  /** @default 'all' */
  sight?: Sight
}

/** How many records are stored, by `provider/resource`. */
export const countRecords = async ({
  database,
  sight = 'all',
}: CountRecordsArgs): Promise<Map<string, number>> => {
  const table = database.table('syncRecords')
  const session = await database.session()
  const rows = await session
    .select({ provider: table.provider!, resource: table.resource!, stored: count() })
    .from(table)
    .where(recordsInSight({ database, sight }))
    .groupBy(table.provider!, table.resource!)
  return new Map(
    rows.map(({ provider, resource, stored }) => [
      `${String(provider)}/${String(resource)}`,
      stored,
    ]),
  )
}
