import type { PayloadRequest } from 'payload'

import { and, gte, inArray, ne, sql } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../../run/Run.js'
import type { Database } from '../../Database.js'

import { DECIDE_MODE } from '../../../run/Run.js'

const MEMORY_MS = 30 * 24 * 60 * 60 * 1000

/** What runs of one kind took lately. */
export type RunStatistics = {
  /** Median, in milliseconds. */
  durationMs: number
  /** Mean. */
  requests: number
} & Pick<Run, 'connection' | 'mode' | 'provider' | 'resource'>

type ReadRunStatisticsArgs = { database: Database; now: Date; req?: PayloadRequest }

/** What the runs of the last thirty days took that read something to its end. */
export const readRunStatistics = async ({
  database,
  now,
  req,
}: ReadRunStatisticsArgs): Promise<RunStatistics[]> => {
  const logs = database.table('syncLogs')
  const session = await database.session(req)
  const seconds = sql`extract(epoch from ${logs.finishedAt!} - ${logs.startedAt!})`
  const rows = await session
    .select({
      connection: logs.connection!,
      durationMs: sql`percentile_cont(0.5) within group (order by ${seconds}) * 1000`,
      mode: logs.mode!,
      provider: logs.provider!,
      requests: sql`avg(coalesce(${logs.requests!}, 0))`,
      resource: logs.resource!,
    })
    .from(logs)
    .where(
      and(
        inArray(logs.status!, ['completed', 'partial']),
        ne(logs.mode!, DECIDE_MODE),
        gte(logs.startedAt!, new Date(now.getTime() - MEMORY_MS).toISOString()),
      ),
    )
    .groupBy(logs.provider!, logs.resource!, logs.connection!, logs.mode!)
  return rows.map((row) => ({
    ...(row as RunStatistics),
    durationMs: Number(row.durationMs),
    requests: Number(row.requests),
  }))
}
