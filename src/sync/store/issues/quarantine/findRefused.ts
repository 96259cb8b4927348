import {
  and,
  asc,
  eq,
  inArray,
  isNotNull,
  isNull,
  notLike,
  type SQL,
  sql,
} from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../../run/Run.js'
import type { Database } from '../../Database.js'

import { DEFAULT_CONNECTION } from '../../../../sdk/connections/Connection.js'

type FindRefusedArgs = {
  /** All names that the provider has: the records of the others are left out. */
  connections: readonly string[]
  database: Database
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
  connections,
  database,
  limit,
  now,
  run: { id, connection, provider, resource },
}: FindRefusedArgs): Promise<string[]> => {
  const table = database.table('syncIssues')
  const session = await database.session()
  const isOfResource = and(
    eq(table.provider!, provider),
    eq(table.resource!, resource),
    eq(table.status!, 'open'),
  )
  const single = await session
    .selectDistinct({
      externalId: table.externalId!,
      since: sql<string>`coalesce(${table.askedAt!}, ${table.createdAt!})`,
    })
    .from(table)
    .where(
      and(
        isOfResource,
        inArray(table.kind!, ['invalid', 'write']),
        isNull(table.key!),
        notLike(table.externalId!, 'unidentified-%'),
        sql`${table.run!} is distinct from ${id}`,
        isDue({ askedAt: sql`${table.askedAt!}`, asks: sql`${table.asks!}`, now }),
        connections.length > 1
          ? eq(toConnection({ connections, database }), connection)
          : undefined,
      ),
    )
    .orderBy(asc(sql`coalesce(${table.askedAt!}, ${table.createdAt!})`))
    .limit(limit)
  const askedAt = sql`(record.value ->> 'askedAt')::timestamptz`
  const since = sql`coalesce(${askedAt}, (record.value ->> 'at')::timestamptz)`
  const { rows: shared } = await session.execute(sql`
    select record.key as "externalId", ${since} as since
    from ${table}, jsonb_each(${table.records!}) as record
    where ${and(
      isOfResource,
      eq(table.kind!, 'write'),
      isNotNull(table.key!),
      sql`record.value ->> 'run' is distinct from ${String(id)}`,
      isDue({ askedAt, asks: sql`(record.value ->> 'asks')::int`, now }),
      connections.length > 1
        ? sql`coalesce(${table.connection!}, ${connections[0]}) = ${connection}`
        : undefined,
    )}
    order by since limit ${limit}`)
  const due = [...single, ...(shared as Due[])].toSorted(
    (a, b) => new Date(a.since).getTime() - new Date(b.since).getTime(),
  )
  return [...new Set((due as Due[]).map(({ externalId }) => externalId))].slice(0, limit)
}

type Due = { externalId: string; since: Date | string }

type IsDueArgs = { askedAt: SQL; asks: SQL; now: Date }

const isDue = ({ askedAt, asks, now }: IsDueArgs): SQL => {
  const waitHours = sql`least(power(2, least(coalesce(${asks}, 0), 10)), ${LONGEST_WAIT_HOURS})`
  return sql`(${askedAt} is null or
    ${askedAt} + ${waitHours} * interval '1 hour' <= ${now.toISOString()}::timestamptz)`
}

type ToConnectionArgs = Pick<FindRefusedArgs, 'connections' | 'database'>

/**
 * The connection that the record of an issue came with: that of the run which met it, or, where the
 * log of that run is gone, that of the scope the record was last seen in, by the prefix of its key.
 * The first one asks for what nothing is known of, so that somebody does.
 */
const toConnection = ({ connections, database }: ToConnectionArgs): SQL => {
  const issues = database.table('syncIssues')
  const logs = database.table('syncLogs')
  const records = database.table('syncRecords')
  const named = connections.map(
    (name) => sql`when starts_with(${records.scope!}, ${`${name}/`}) then ${name}`,
  )
  const unnamed = connections.find((name) => name === DEFAULT_CONNECTION) ?? null
  const ofRun = sql`(
    select ${logs.connection!} from ${logs}
    where ${logs.id!} = ${issues.run!} and ${inArray(logs.connection!, [...connections])}
  )`
  const ofScope = sql`(
    select case ${sql.join(named, sql` `)} when ${records.scope!} is not null then ${unnamed} end
    from ${records}
    where ${records.provider!} = ${issues.provider!}
      and ${records.resource!} = ${issues.resource!}
      and ${records.externalId!} = ${issues.externalId!}
  )`
  return sql`coalesce(${ofRun}, ${ofScope}, ${connections[0]})`
}
