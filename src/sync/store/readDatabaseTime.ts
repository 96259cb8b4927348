import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from './Database.js'

/** The database's time, which all processes share, told by this process's own watch. */
export type DatabaseTime = {
  /**
   * The database's time when `performance.now()` was this; without it, when it was asked. Never
   * later than it was, and earlier by less than the database took to answer.
   */
  toMoment: (tick?: number) => Date
}

/** An answer that took longer than this many milliseconds is asked for again. */
const QUICK_MS = 20
const TRIES = 3

/**
 * Asks the database for its time. A slow answer is of little use, so the quickest of some is taken.
 */
export const readDatabaseTime = async (database: Database): Promise<DatabaseTime> => {
  const session = await database.session()
  let best = { now: 0, readAt: 0, tookMs: Infinity }
  for (let attempt = 0; attempt < TRIES && best.tookMs > QUICK_MS; attempt += 1) {
    const askedAt = performance.now()
    const { rows } = await session.execute(
      sql`select extract(epoch from clock_timestamp()) * 1000 as now`,
    )
    const readAt = performance.now()
    if (readAt - askedAt < best.tookMs) {
      best = { now: Number(rows[0]?.now), readAt, tookMs: readAt - askedAt }
    }
  }
  const { now, readAt } = best
  return { toMoment: (tick = readAt) => new Date(now + tick - readAt) }
}
