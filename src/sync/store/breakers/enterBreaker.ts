import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

import { BREAKER_LIMITS } from './BREAKER_LIMITS.js'

export type BreakerOwner = { connection: string; database: Database; provider: string }

/** Why the provider is not asked now. */
export type BreakerWait = { reason: string; waitMs: number }

type Row = { is_probe: boolean; reason: null | string; wait_ms: null | string }

/**
 * Whether the provider may be asked. When the time in which nobody asks is over, the first to come
 * asks for all (`isProbe`); the others wait for how that ends. Time is the database's.
 */
export const enterBreaker = async ({
  connection,
  database,
  provider,
}: BreakerOwner): Promise<{ isProbe: boolean } | BreakerWait> => {
  const table = database.table('syncBreakers')
  const session = await database.session()
  const { rows } = await session.execute(sql`
    with probe as (
      update ${table} set
        is_probing = true,
        open_until = clock_timestamp() + ${BREAKER_LIMITS.probeMs}::numeric * interval '1 millisecond'
      where provider = ${provider} and connection = ${connection}
        and open_until <= clock_timestamp()
      returning id
    )
    select reason, id in (select id from probe) as is_probe,
      extract(epoch from open_until - clock_timestamp()) * 1000 as wait_ms
    from ${table} where provider = ${provider} and connection = ${connection}`)
  const [row] = rows as Row[]
  if (!row || row.is_probe || row.wait_ms === null) {
    return { isProbe: row?.is_probe ?? false }
  }
  return {
    reason: `it does not answer (${row.reason ?? 'no reason is known'})`,
    // Somebody else took the probe a moment ago: how it ends is known soon.
    waitMs: Math.max(100, Math.ceil(Number(row.wait_ms))),
  }
}
