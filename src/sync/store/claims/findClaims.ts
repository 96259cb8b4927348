import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { and, eq, not, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'
import type { ClaimedRecord } from './StoredClaims.js'

import { isOneOf } from '../isOneOf.js'

export type ClaimArgs = {
  database: Database
  provider: string
  req: PayloadRequest
  resource: string
}

type FindClaimsArgs = { externalIds: readonly string[] } & ClaimArgs

/** The claims on these records. They stay true only of records that the transaction has locked. */
export const findClaims = async ({
  externalIds,
  ...args
}: FindClaimsArgs): Promise<Map<string, ClaimedRecord>> => {
  if (externalIds.length === 0) {
    return new Map()
  }
  const { externalId } = args.database.table('syncRecords')
  const rows = await find({ ...args, where: isOneOf({ column: externalId!, values: externalIds }) })
  return new Map(rows.map((row) => [row.externalId, row]))
}

type FindUnlistedArgs = {
  /** Records that the scope lists, beside those that `run` has saved before. */
  listed: readonly string[]
  run: string
  /** Key of a scope that was read to its end. */
  scope: string
  /** When its first page was asked for: what it was heard to list since then is there. */
  since: Date
} & ClaimArgs

/** The records on which a scope has a claim that its complete read did not confirm. */
export const findUnlisted = async ({
  listed,
  run,
  scope,
  since,
  ...args
}: FindUnlistedArgs): Promise<ClaimedRecord[]> => {
  const { claims, externalId } = args.database.table('syncRecords')
  const claim = sql`${claims!} -> ${scope}::text`
  // A moment of the future is from before the database's clock was put back.
  const isNews = sql`(${claim} ->> 'saidAt')::timestamptz
    between ${since.toISOString()}::timestamptz and clock_timestamp()`
  return await find({
    ...args,
    where: and(
      sql`${claim} ->> 'holds' = 'true'`,
      sql`${claim} ->> 'run' is distinct from ${run}::text`,
      sql`(${isNews}) is not true`,
      not(isOneOf({ column: externalId!, values: listed })),
    ),
  })
}

type FindArgs = { where: SQL | undefined } & ClaimArgs

const find = async ({
  database,
  provider,
  req,
  resource,
  where,
}: FindArgs): Promise<ClaimedRecord[]> => {
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
  return rows as ClaimedRecord[]
}
