import type { PayloadRequest } from 'payload'

import { and, asc, eq, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

import { isOneOf } from '../isOneOf.js'

type LockRecordsArgs = {
  database: Database
  externalIds: readonly string[]
  provider: string
  req: PayloadRequest
  resource: string
}

/** What must be known of a locked record before something new is made of it. */
export type LockedRecord = {
  /**
   * When the newest known word was said, waiting or not. `null` before there was one, and for one of
   * the future: the database's clock was put back then, and no word would be new for a long time.
   */
  newestAt: Date | null
  /** Id of the run that met the word that waits; `null` where none waits, or it was no run. */
  waitingRun: null | string
}

export type LockedRecords = ReadonlyMap<string, LockedRecord>

/**
 * Keeps these sync records from everybody else until the transaction of `req` ends, and returns
 * those there are by externalId. What is read of them after that stays true. All take them in the
 * order of their ids, so that of two who want the same ones one waits for the other.
 */
export const lockRecords = async ({
  database,
  externalIds,
  provider,
  req,
  resource,
}: LockRecordsArgs): Promise<LockedRecords> => {
  if (externalIds.length === 0) {
    return new Map()
  }
  const table = database.table('syncRecords')
  const session = await database.session(req)
  const rows = await session
    .select({
      externalId: table.externalId!,
      newestAt: sql<null | string>`case
        when greatest(${table.saidAt!}, ${table.waitingAt!}) <= clock_timestamp()
        then greatest(${table.saidAt!}, ${table.waitingAt!}) end`,
      waitingRun: sql<null | string>`${table.waiting!} ->> 'run'`,
    })
    .from(table)
    .where(
      and(
        eq(table.provider!, provider),
        eq(table.resource!, resource),
        isOneOf({ column: table.externalId!, values: externalIds }),
      ),
    )
    .orderBy(asc(table.externalId!))
    .for('no key update')
  return new Map(
    rows.map(({ externalId, newestAt, waitingRun }) => [
      String(externalId),
      { newestAt: newestAt === null ? null : new Date(newestAt), waitingRun },
    ]),
  )
}
