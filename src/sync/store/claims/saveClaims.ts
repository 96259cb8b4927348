import { and, eq, getTableColumns, sql } from '@payloadcms/db-postgres/drizzle'

import type { ClaimArgs } from './findClaims.js'
import type { StoredClaims } from './StoredClaims.js'

import { isOneOf } from '../isOneOf.js'

type SaveClaimsArgs = { claims: ReadonlyMap<string, StoredClaims> } & ClaimArgs

/** Remembers the claims on records that are stored, by externalId. One statement. */
export const saveClaims = async ({
  claims,
  database,
  provider,
  req,
  resource,
}: SaveClaimsArgs): Promise<void> => {
  if (claims.size === 0) {
    return
  }
  const table = database.table('syncRecords')
  const rows = [...claims].map(([id, value]) => ({ id, value }))
  const session = await database.session(req)
  await session.execute(sql`
    update ${table} set ${sql.identifier(getTableColumns(table).claims!.name)} = said.value
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as said (id text, value jsonb)
    where ${table.provider!} = ${provider} and ${table.resource!} = ${resource}
      and ${table.externalId!} = said.id`)
}

type KeepClaimsArgs = {
  externalIds: readonly string[]
  run: string
  /** Key of the scope that lists them. */
  scope: string
} & ClaimArgs

/** Notes that a scope still lists records which could not be read: what it said of them stays. */
export const keepClaims = async ({
  database,
  externalIds,
  provider,
  req,
  resource,
  run,
  scope,
}: KeepClaimsArgs): Promise<void> => {
  if (externalIds.length === 0) {
    return
  }
  const table = database.table('syncRecords')
  const session = await database.session(req)
  await session
    .update(table)
    .set({
      claims: sql`jsonb_set(${table.claims!}, array[${scope}::text, 'run'], to_jsonb(${run}::text))`,
    })
    .where(
      and(
        eq(table.provider!, provider),
        eq(table.resource!, resource),
        isOneOf({ column: table.externalId!, values: externalIds }),
        sql`${table.claims!} -> ${scope}::text is not null`,
      ),
    )
}
