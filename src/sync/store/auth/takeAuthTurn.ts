import { sql } from '@payloadcms/db-postgres/drizzle'
import { randomUUID } from 'node:crypto'

import type { AuthRow } from './findAuth.js'
import type { AuthOwner, StoredAuth } from './StoredAuth.js'

import { toStoredAuth } from './findAuth.js'

type TakeAuthTurnArgs = {
  /** How long nobody else gets it, in milliseconds, unless it is given back. */
  forMs: number
} & AuthOwner

/** Leave to sign in or to renew, which one process has at a time. */
export type TakenTurn = {
  id: string
  /** Whether the last one was never given back, so that what came of it may be lost. */
  isInterrupted: boolean
  stored: StoredAuth | undefined
}

type Row = {
  is_interrupted: boolean
  is_taken: boolean
  wait_ms: null | string
} & AuthRow

/**
 * Takes the turn of a connection, or says how long whoever has it may keep it. It is a row and no
 * lock, so that no connection with the database waits for the answer of a provider, and so that a
 * turn that was never given back is seen. Time is the database's.
 */
export const takeAuthTurn = async (
  args: TakeAuthTurnArgs,
): Promise<{ waitMs: number } | TakenTurn> => {
  const id = randomUUID()
  const row = (await tryToTake({ ...args, id })) ?? (await insertAndTake({ ...args, id }))
  return row.is_taken
    ? {
        id,
        isInterrupted: row.is_interrupted,
        stored: toStoredAuth({ ...args, row }),
      }
    : { waitMs: Math.max(1, Math.ceil(Number(row.wait_ms))) }
}

type TryArgs = { id: string } & TakeAuthTurnArgs

const insertAndTake = async (args: TryArgs): Promise<Row> => {
  const { connection, database, provider } = args
  const session = await database.session()
  await session
    .insert(database.table('syncTokens'))
    .values({ connection, provider })
    .onConflictDoNothing()
  const row = await tryToTake(args)
  if (!row) {
    throw new Error(`How "${connection}" of ${provider} is signed in could not be stored.`)
  }
  return row
}

const tryToTake = async ({
  id,
  connection,
  database,
  forMs,
  provider,
}: TryArgs): Promise<Row | undefined> => {
  const table = database.table('syncTokens')
  const session = await database.session()
  const { rows } = await session.execute(sql`
    with held as (
      select *, clock_timestamp() as now from ${table}
      where provider = ${provider} and connection = ${connection} for update
    ), taken as (
      update ${table} as token set
        turn = ${id},
        turn_until = held.now + ${forMs}::numeric * interval '1 millisecond'
      from held
      where token.id = held.id and (held.turn_until is null or held.turn_until <= held.now)
      returning token.id
    )
    select failures, reason, sealed, status, version, turn is not null as is_interrupted,
      id in (select id from taken) as is_taken,
      extract(epoch from turn_until - now) * 1000 as wait_ms
    from held`)
  return (rows as Row[])[0]
}
