import { and, asc, eq, inArray, notLike, sql } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../run/Run.js'
import type { Database } from '../Database.js'

type FindRefusedArgs = {
  database: Database
  /** Whether the records of other connections must be left out. */
  hasConnections: boolean
  limit: number
  now: Date
  run: Pick<Run, 'connection' | 'id' | 'provider' | 'resource'>
}

/** A record that is wrong for good is asked for once in this many hours, at the least. */
const LONGEST_WAIT_HOURS = 7 * 24

/**
 * ExternalIds of records that could not be stored, that this run has not met, and whose turn it is
 * to be asked for again: those first that nobody asked for the longest. The wait doubles each time.
 */
export const findRefused = async ({
  database,
  hasConnections,
  limit,
  now,
  run: { id, connection, provider, resource },
}: FindRefusedArgs): Promise<string[]> => {
  const table = database.table('syncIssues')
  const logs = database.table('syncLogs')
  const session = await database.session()
  const asks = sql`least(coalesce(${table.asks!}, 0), 10)`
  const waitHours = sql`least(power(2, ${asks}), ${LONGEST_WAIT_HOURS})`
  const isDue = sql`(${table.askedAt!} is null or
    ${table.askedAt!} + ${waitHours} * interval '1 hour' <= ${now.toISOString()}::timestamptz)`
  const isOfConnection = sql`exists (
    select 1 from ${logs} where ${logs.id!} = ${table.run!} and ${logs.connection!} = ${connection}
  )`
  const rows = await session
    .selectDistinct({
      externalId: table.externalId!,
      since: sql`coalesce(${table.askedAt!}, ${table.createdAt!})`,
    })
    .from(table)
    .where(
      and(
        eq(table.provider!, provider),
        eq(table.resource!, resource),
        eq(table.status!, 'open'),
        inArray(table.kind!, ['invalid', 'write']),
        notLike(table.externalId!, 'unidentified-%'),
        sql`${table.run!} is distinct from ${id}`,
        isDue,
        hasConnections ? isOfConnection : undefined,
      ),
    )
    .orderBy(asc(sql`coalesce(${table.askedAt!}, ${table.createdAt!})`))
    .limit(limit)
  return rows.map(({ externalId }) => externalId as string)
}
