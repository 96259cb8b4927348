import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { and, eq, sql } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../run/Run.js'
import type { Database } from '../Database.js'

type CountEndingArgs = {
  database: Database
  /** Its transaction carries the ending. */
  req: PayloadRequest
  run: Pick<Run, 'connection' | 'id' | 'provider' | 'resource'>
}

/**
 * Adds a run that ended, as its row says by now, to the totals of its resource and connection. Where
 * there are none yet, the rows that are there are counted, so that no run is lost which ended under
 * an earlier version. A run that is retried counts as often as it ends.
 */
export const countEnding = async ({
  database,
  req,
  run: { id, connection, provider, resource },
}: CountEndingArgs): Promise<void> => {
  const logs = database.table('syncLogs')
  const states = database.table('syncStates')
  const session = await database.session(req)
  const isOwn = and(
    eq(logs.provider!, provider),
    eq(logs.resource!, resource),
    eq(logs.connection!, connection),
  )!
  const count = (total: string, figure: SQL): SQL => sql`coalesce(
    ${states[total]!} + (select ${figure} from ${logs} where ${logs.id!} = ${id}),
    (select ${figure} from ${logs} where ${isOwn})
  )`
  const toCount = (status: string): SQL =>
    sql`count(*) filter (where ${logs.status!}::text = ${status})`
  const duration = sql`coalesce(
    sum(extract(epoch from ${logs.finishedAt!} - ${logs.startedAt!}) * 1000)
      filter (where ${logs.status!}::text in ('completed', 'partial', 'failed')),
    0
  )`
  await session
    .insert(states)
    .values({ connection, provider, resource })
    .onConflictDoNothing({ target: [states.provider!, states.resource!, states.connection!] })
  await session
    .update(states)
    .set({
      totals_completed: count('totals_completed', toCount('completed')),
      totals_durationMs: count('totals_durationMs', duration),
      totals_failed: count('totals_failed', toCount('failed')),
      totals_partial: count('totals_partial', toCount('partial')),
    })
    .where(
      and(
        eq(states.provider!, provider),
        eq(states.resource!, resource),
        eq(states.connection!, connection),
      ),
    )
}
