import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

/** How many turns there are in how long. */
export type Limit = { key: string; limit: number; windowMs: number }

type TakeTurnArgs = { database: Database } & Limit

/** So many rows of clients that are gone are cleared away at once. */
const CLEARED = 100

/**
 * Takes one of the turns that there are in a while, counted for all processes by the database and in
 * its time. Returns 0, or how long to wait where none is left, in milliseconds. A while begins with
 * the first turn that is taken.
 */
export const takeTurn = async ({
  database,
  key,
  limit,
  windowMs,
}: TakeTurnArgs): Promise<number> => {
  const limits = database.table('syncLimits')
  const session = await database.session()
  const end = sql`clock_timestamp() + ${windowMs} * interval '1 millisecond'`
  const isOver = sql`mine.resets_at <= clock_timestamp()`
  const { rows } = await session.execute(sql`
    insert into ${limits} as mine (key, count, resets_at) values (${key}, 1, ${end})
    on conflict (key) do update set
      count = case when ${isOver} then 1 else mine.count + 1 end,
      resets_at = case when ${isOver} then ${end} else mine.resets_at end
    where ${isOver} or mine.count < ${limit}
    returning mine.count`)
  const [taken] = rows
  if (!taken) {
    return await findWait({ database, key })
  }
  if (Number(taken.count) === 1) {
    await clearAway(database)
  }
  return 0
}

type Key = { database: Database; key: string }

/** A turn that led to nothing. */
export const giveTurnBack = async ({ database, key }: Key): Promise<void> => {
  const limits = database.table('syncLimits')
  const session = await database.session()
  await session.execute(sql`update ${limits} set count = greatest(0, count - 1) where key = ${key}`)
}

const findWait = async ({ database, key }: Key): Promise<number> => {
  const limits = database.table('syncLimits')
  const session = await database.session()
  const { rows } = await session.execute(sql`
    select extract(epoch from resets_at - clock_timestamp()) * 1000 as wait_ms
    from ${limits} where key = ${key}`)
  return Math.max(1, Math.ceil(Number(rows[0]?.wait_ms ?? 1)))
}

const clearAway = async (database: Database): Promise<void> => {
  const limits = database.table('syncLimits')
  const session = await database.session()
  // Whatever another process has in hand is left to it, so that no two wait for each other.
  await session.execute(sql`
    delete from ${limits} where id in (
      select id from ${limits} where resets_at <= clock_timestamp()
      order by resets_at limit ${CLEARED} for update skip locked
    )`)
}
