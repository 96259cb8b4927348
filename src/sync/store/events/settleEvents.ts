import { inArray, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

type EventsArgs = { database: Database; ids: readonly (number | string)[] }

/** Forgets events that were delivered. */
export const removeEvents = async ({ database, ids }: EventsArgs): Promise<void> => {
  const table = database.table('syncEvents')
  const session = await database.session()
  await session.delete(table).where(inArray(table.id!, [...ids]))
}

/** Keeps claimed events for longer. */
export const extendClaim = async ({
  database,
  ids: [head],
  leaseMs,
}: { leaseMs: number } & EventsArgs): Promise<void> => {
  const table = database.table('syncEvents')
  const session = await database.session()
  await session.execute(sql`
    update ${table} set locked_until = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
    where id = ${head}
  `)
}

type PostponeEventsArgs = {
  delayMs: number
  /** Why they could not be delivered. */
  error: string
} & EventsArgs

/** Gives claimed events back that could not be delivered; they are due again later. */
export const postponeEvents = async ({
  database,
  delayMs,
  error,
  ids,
}: PostponeEventsArgs): Promise<void> => {
  const table = database.table('syncEvents')
  const session = await database.session()
  await session
    .update(table)
    .set({
      dueAt: sql`clock_timestamp() + ${delayMs} * interval '1 millisecond'`,
      error,
      failures: sql`${table.failures!} + 1`,
      lockedUntil: null,
      updatedAt: sql`clock_timestamp()`,
    })
    .where(inArray(table.id!, [...ids]))
}

/** How long an event waits for a subscriber that fails, or that no process knows any more. */
export const KEEP_DAYS = 3

/** Forgets events that could not be delivered for days. Returns how many. */
export const pruneEvents = async ({ database }: { database: Database }): Promise<number> => {
  const table = database.table('syncEvents')
  const session = await database.session()
  const pruned = await session
    .delete(table)
    .where(sql`${table.createdAt!} < clock_timestamp() - ${KEEP_DAYS} * interval '1 day'`)
    .returning({ id: table.id! })
  return pruned.length
}
