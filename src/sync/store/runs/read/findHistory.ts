import { and, gte, lt, sql } from '@payloadcms/db-postgres/drizzle'

import type { Sight } from '../../../../sdk/connections/Sight.js'
import type { Database } from '../../Database.js'

import { inSight } from '../../connections/inSight.js'

type FindHistoryArgs = {
  /** Milliseconds each bucket covers. */
  bucketMs: number
  database: Database
  /** Where the first bucket begins. */
  from: Date
  /** @default 'all' */
  sight?: Sight
  /** Where the last bucket ends. */
  until: Date
}

export type HistoryRow = {
  /** From 0. */
  bucket: number
  connection: string
  created: number
  /** Of all runs together, in milliseconds. */
  durationMs: number
  provider: string
  requests: number
  resource: string
  runs: number
  status: string
  unchanged: number
  updated: number
}

/** What ended when, by bucket, work and result. One statement over the index of `finishedAt`. */
export const findHistory = async ({
  bucketMs,
  database,
  from,
  sight = 'all',
  until,
}: FindHistoryArgs): Promise<HistoryRow[]> => {
  const logs = database.table('syncLogs')
  const session = await database.session()
  const finished = logs.finishedAt!
  const elapsedMs = sql`extract(epoch from (${finished} - ${from.toISOString()}::timestamptz)) * 1000`
  const bucket = sql<number>`floor(${elapsedMs} / ${bucketMs}::float8)::int`
  const total = (column: string) => sql<number>`coalesce(sum(${logs[column]!}), 0)::float8`
  const spentMs = sql`extract(epoch from (${finished} - ${logs.startedAt!})) * 1000`
  return await session
    .select({
      bucket: bucket.as('bucket'),
      connection: sql<string>`${logs.connection!}`.as('connection'),
      created: total('counts_created'),
      durationMs: sql<number>`coalesce(sum(${spentMs}), 0)::float8`,
      provider: sql<string>`${logs.provider!}`.as('provider'),
      requests: total('requests'),
      resource: sql<string>`${logs.resource!}`.as('resource'),
      runs: sql<number>`count(*)::int`,
      status: sql<string>`${logs.status!}::text`.as('status'),
      unchanged: total('counts_unchanged'),
      updated: total('counts_updated'),
    })
    .from(logs)
    .where(
      and(
        gte(finished, from.toISOString()),
        lt(finished, until.toISOString()),
        inSight({ column: logs.connection!, sight }),
      ),
    )
    .groupBy(sql`1`, logs.provider!, logs.connection!, logs.resource!, sql`"status"`)
}
