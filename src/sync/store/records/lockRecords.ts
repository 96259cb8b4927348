import type { PayloadRequest } from 'payload'

import { and, asc, eq } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

import { isOneOf } from '../isOneOf.js'

type LockRecordsArgs = {
  database: Database
  externalIds: readonly string[]
  provider: string
  req: PayloadRequest
  resource: string
}

/** When the newest known word on each locked record was said; `null` before there was one. */
export type LockedRecords = ReadonlyMap<string, Date | null>

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
    .select({ externalId: table.externalId!, saidAt: table.saidAt! })
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
    rows.map(({ externalId, saidAt }) => [
      String(externalId),
      saidAt === null ? null : new Date(saidAt as string),
    ]),
  )
}
