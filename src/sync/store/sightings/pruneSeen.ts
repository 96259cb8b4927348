import { and, eq, inArray, lt, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

/** A word that is older than this when it comes is met by nobody's word on what is stored. */
const KEPT_MS = 24 * 60 * 60_000

type PruneSeenArgs = {
  connection: string
  database: Database
  now: Date
  provider: string
  resource: string
  /** The run that has read the scopes. */
  runId: number | string
  /** Keys of scopes that were read to their end; what earlier runs saw in them is of no use. */
  scopes: readonly string[]
}

/** Drops what was seen more than a day ago and is told by newer rows, or proves nothing. */
export const pruneSeen = async ({
  connection,
  database,
  now,
  provider,
  resource,
  runId,
  scopes,
}: PruneSeenArgs): Promise<void> => {
  const table = database.table('syncSightings')
  const session = await database.session()
  await session
    .delete(table)
    .where(
      and(
        eq(table.provider!, provider),
        eq(table.resource!, resource),
        eq(table.connection!, connection),
        inArray(table.scope!, ['', ...scopes]),
        sql`${table.run!} is distinct from ${String(runId)}`,
        lt(table.seenAt!, new Date(now.getTime() - KEPT_MS).toISOString()),
      ),
    )
}

type ForgetSeenArgs = {
  req: Parameters<Database['session']>[0]
} & Pick<PruneSeenArgs, 'connection' | 'database' | 'provider'>

/** Drops what a connection saw: it is gone. */
export const forgetSeen = async ({
  connection,
  database,
  provider,
  req,
}: ForgetSeenArgs): Promise<void> => {
  const table = database.table('syncSightings')
  const session = await database.session(req)
  await session
    .delete(table)
    .where(and(eq(table.provider!, provider), eq(table.connection!, connection)))
}
