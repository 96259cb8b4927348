import type { PayloadRequest } from 'payload'

import { and, eq } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../run/Run.js'
import type { Database } from '../Database.js'

type FindFailuresArgs = {
  database: Database
  req: PayloadRequest
  run: Pick<Run, 'connection' | 'provider' | 'resource'>
}

/** How many runs of a resource and connection failed in a row, up to now. */
export const findFailures = async ({
  database,
  req,
  run: { connection, provider, resource },
}: FindFailuresArgs): Promise<number> => {
  const table = database.table('syncStates')
  const session = await database.session(req)
  const [row] = await session
    .select({ failures: table.consecutiveFailures! })
    .from(table)
    .where(
      and(
        eq(table.provider!, provider),
        eq(table.resource!, resource),
        eq(table.connection!, connection),
      ),
    )
  return Number(row?.failures ?? 0)
}
