import { and, gt, isNotNull, ne, sql } from '@payloadcms/db-postgres/drizzle'

import type { Sight } from '../../../../sdk/connections/Sight.js'
import type { Database } from '../../Database.js'

import { inSight } from '../../connections/inSight.js'

export type LateSlots = {
  /** How many runs were queued too late. */
  count: number
  /** How late the latest of them was, in milliseconds. */
  worstMs: number
}

type CountLateSlotsArgs = {
  database: Database
  /** What counts as late, in milliseconds. */
  lateMs: number
  sight: Sight
  /** Of runs that were queued since then. */
  since: Date
}

/**
 * Slots that were fired late. Those of live schedules are not counted: they stay due while nothing
 * is on.
 */
export const countLateSlots = async ({
  database,
  lateMs,
  sight,
  since,
}: CountLateSlotsArgs): Promise<LateSlots> => {
  const logs = database.table('syncLogs')
  const session = await database.session()
  const [row] = await session
    .select({
      count: sql<number>`count(*)::int`,
      worstMs: sql<number>`coalesce(max(${logs.scheduled_lateMs!}), 0)::float8`,
    })
    .from(logs)
    .where(
      and(
        gt(logs.queuedAt!, since.toISOString()),
        isNotNull(logs.slot!),
        gt(logs.scheduled_lateMs!, lateMs),
        ne(logs.mode!, 'live'),
        inSight({ column: logs.connection!, sight }),
      ),
    )
  return { count: row?.count ?? 0, worstMs: row?.worstMs ?? 0 }
}
