import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { and, asc, eq, not, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'
import type { ClaimedRecord } from './StoredClaims.js'

import { isOneOf } from '../isOneOf.js'

export type ClaimArgs = {
  database: Database
  provider: string
  req: PayloadRequest
  resource: string
}

type LockClaimsArgs = { externalIds: readonly string[] } & ClaimArgs

/** The claims on these records, which nobody else changes before the transaction ends. */
export const lockClaims = async ({
  externalIds,
  ...args
}: LockClaimsArgs): Promise<Map<string, ClaimedRecord>> => {
  if (externalIds.length === 0) {
    return new Map()
  }
  const column = args.database.table('syncRecords').externalId!
  const rows = await lock({ ...args, where: isOneOf({ column, values: externalIds }) })
  return new Map(rows.map((row) => [row.externalId, row]))
}

type LockUnlistedArgs = {
  /** Records that the scope lists, beside those that `run` has saved before. */
  listed: readonly string[]
  run: string
  /** Key of a scope that was read to its end. */
  scope: string
} & ClaimArgs

/** The records on which a scope has a claim that its complete read did not confirm. */
export const lockUnlisted = async ({
  listed,
  run,
  scope,
  ...args
}: LockUnlistedArgs): Promise<ClaimedRecord[]> => {
  const { claims, externalId } = args.database.table('syncRecords')
  const claim = sql`${claims!} -> ${scope}::text`
  return await lock({
    ...args,
    where: and(
      sql`${claim} ->> 'holds' = 'true'`,
      sql`${claim} ->> 'run' is distinct from ${run}::text`,
      not(isOneOf({ column: externalId!, values: listed })),
    ),
  })
}

type LockArgs = { where: SQL | undefined } & ClaimArgs

/** In one order, so that two transactions never wait for each other. */
const lock = async ({
  database,
  provider,
  req,
  resource,
  where,
}: LockArgs): Promise<ClaimedRecord[]> => {
  const table = database.table('syncRecords')
  const session = await database.session(req)
  const rows = await session
    .select({
      claims: sql`coalesce(${table.claims!}, '{}'::jsonb)`,
      documentId: table.documentId!,
      externalId: table.externalId!,
    })
    .from(table)
    .where(and(eq(table.provider!, provider), eq(table.resource!, resource), where))
    .orderBy(asc(table.externalId!))
    .for('update')
  return rows as ClaimedRecord[]
}
