import { and, eq } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../run/Run.js'
import type { Database } from '../Database.js'

type FindSinceArgs = {
  database: Database
  run: Pick<Run, 'connection' | 'provider' | 'resource'>
}

/** The incremental cursor of a resource; absent before the first run that read everything. */
export const findSince = async ({
  database,
  run: { connection, provider, resource },
}: FindSinceArgs): Promise<Date | undefined> => {
  const table = database.table('syncStates')
  const session = await database.session()
  const [row] = await session
    .select({ since: table.since! })
    .from(table)
    .where(
      and(
        eq(table.provider!, provider),
        eq(table.resource!, resource),
        eq(table.connection!, connection),
      ),
    )
  return row?.since ? new Date(row.since as string) : undefined
}
