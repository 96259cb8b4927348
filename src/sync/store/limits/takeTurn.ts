import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

/** How many turns there are in how long. */
export type Limit = { key: string; limit: number; windowMs: number }

type TakeTurnArgs = {
  database: Database
  /** In whose transaction the turn is taken. @default outside of any */
  req?: PayloadRequest
} & Limit

/** A turn that was taken: of the while that ends at `resetsAt`. */
export type TakenTurn = { key: string; resetsAt: string; waitMs: 0 }

/** Or how long to wait, in milliseconds, where none is left. */
type NoTurn = { waitMs: number }

/** So many rows of clients that are gone are cleared away at once. */
const CLEARED = 100

/**
 * Takes one of the turns that there are in a while, counted for all processes by the database and in
 * its time. A while begins with the first turn that is taken.
 */
export const takeTurn = async ({
  database,
  key,
  limit,
  req,
  windowMs,
}: TakeTurnArgs): Promise<NoTurn | TakenTurn> => {
  const limits = database.table('syncLimits')
  const session = await database.session(req)
  const end = sql`clock_timestamp() + ${windowMs} * interval '1 millisecond'`
  const isOver = sql`mine.resets_at <= clock_timestamp()`
  const { rows } = await session.execute(sql`
    insert into ${limits} as mine (key, count, resets_at) values (${key}, 1, ${end})
    on conflict (key) do update set
      count = case when ${isOver} then 1 else mine.count + 1 end,
      resets_at = case when ${isOver} then ${end} else mine.resets_at end
    where ${isOver} or mine.count < ${limit}
    returning mine.count, mine.resets_at::text as resets_at`)
  const [taken] = rows
  if (!taken) {
    return { waitMs: await findWait({ database, key, req }) }
  }
  if (Number(taken.count) === 1 && !req) {
    await clearAway(database)
  }
  return { key, resetsAt: String(taken.resets_at), waitMs: 0 }
}

type GiveTurnBackArgs = {
  database: Database
  /** In whose transaction. @default outside of any */
  req?: PayloadRequest
  turn: TakenTurn
}

/** A turn that led to nothing. One of a while that is over is forgotten with it. */
export const giveTurnBack = async ({
  database,
  req,
  turn: { key, resetsAt },
}: GiveTurnBackArgs): Promise<void> => {
  const limits = database.table('syncLimits')
  const session = await database.session(req)
  await session.execute(sql`
    update ${limits} set count = greatest(0, count - 1)
    where key = ${key} and resets_at = ${resetsAt}::timestamptz`)
}

type FindWaitArgs = Pick<TakeTurnArgs, 'database' | 'key' | 'req'>

const findWait = async ({ database, key, req }: FindWaitArgs): Promise<number> => {
  const limits = database.table('syncLimits')
  const session = await database.session(req)
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
