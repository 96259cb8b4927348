import { and, sql } from '@payloadcms/db-postgres/drizzle'

import type { Sight } from '../../../../sdk/connections/Sight.js'
import type { Lane } from '../../../run/Run.js'
import type { Database } from '../../Database.js'

import { LANES } from '../../../run/Run.js'
import { inSight } from '../../connections/inSight.js'

export type LaneLoad = {
  lane: Lane
  /** Runs that could have started this long ago and have not. */
  overdue: number
  /** Runs that wait. @default 0 */
  queued?: number
  running: number
  /** Running runs whose worker has been silent for too long. */
  silent: number
  /** How long the queued run that could have started first has waited, in ms. @default 0 */
  waitedMs?: number
}

type CountWaitingArgs = {
  database: Database
  now: Date
  /** Milliseconds a run may wait for a worker. */
  patienceMs: number
  /** @default 'all' */
  sight?: Sight
  /** Milliseconds a worker may be silent about a run. */
  silenceMs: number
}

/** How the lanes stand: what waits in each, and what is at work. */
export const countWaiting = async ({
  database,
  now,
  patienceMs,
  sight = 'all',
  silenceMs,
}: CountWaitingArgs): Promise<LaneLoad[]> => {
  const logs = database.table('syncLogs')
  const session = await database.session()
  const before = (ms: number): string => new Date(now.getTime() - ms).toISOString()
  const ready = sql`coalesce(${logs.retryAt!}, ${logs.queuedAt!}, ${logs.createdAt!})`
  const heard = sql`coalesce(${logs.heartbeatAt!}, ${logs.startedAt!})`
  const isQueued = sql`${logs.status!} = 'queued' and ${logs.unknownSince!} is null`
  const isRunning = sql`${logs.status!} = 'running'`
  const rows = await session
    .select({
      lane: logs.lane!,
      overdue: sql<number>`
        count(*) filter (where ${isQueued} and ${ready} < ${before(patienceMs)})::int`,
      queued: sql<number>`count(*) filter (where ${isQueued})::int`,
      running: sql<number>`count(*) filter (where ${isRunning})::int`,
      silent: sql<number>`
        count(*) filter (where ${isRunning} and ${heard} < ${before(silenceMs)})::int`,
      waitedMs: sql<number>`greatest(0, coalesce(
        max(extract(epoch from ${before(0)}::timestamptz - ${ready})) filter (where ${isQueued}),
        0
      ) * 1000)::float8`,
    })
    .from(logs)
    .where(
      and(
        sql`${logs.status!} in ('queued', 'running')`,
        inSight({ column: logs.connection!, sight }),
      ),
    )
    .groupBy(logs.lane!)
  return LANES.map((lane) => ({
    lane,
    overdue: 0,
    queued: 0,
    running: 0,
    silent: 0,
    waitedMs: 0,
    ...rows.find((row) => row.lane === lane),
  })) as LaneLoad[]
}
