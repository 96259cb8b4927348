import { sql } from '@payloadcms/db-postgres/drizzle'

import type { BreakerOwner } from './enterBreaker.js'

import { BREAKER_LIMITS } from './BREAKER_LIMITS.js'

type ReportBreakerArgs = {
  /** Why the provider did not answer; `null` when it did. */
  failure: null | string
} & BreakerOwner

/**
 * Counts a request that failed in all its attempts, or forgets those before it. After too many in a
 * row nobody asks for a while, which doubles as long as it goes on.
 */
export const reportBreaker = async ({
  connection,
  database,
  failure,
  provider,
}: ReportBreakerArgs): Promise<void> => {
  const table = database.table('syncBreakers')
  const session = await database.session()
  if (failure === null) {
    await session.execute(sql`
      update ${table} set failures = 0, is_probing = false, open_until = null, reason = null
      where provider = ${provider} and connection = ${connection} and failures > 0`)
    return
  }
  await session.execute(sql`
    insert into ${table} as breaker (provider, connection, failures, is_probing, reason)
    values (${provider}, ${connection}, 1, false, ${failure})
    on conflict (provider, connection) do update set
      failures = breaker.failures + 1,
      is_probing = false,
      open_until = case when breaker.failures + 1 >= ${BREAKER_LIMITS.failures}
        then clock_timestamp() + interval '1 millisecond' * least(
          ${BREAKER_LIMITS.longestMs}::numeric,
          ${BREAKER_LIMITS.firstMs}::numeric * 2 ^ least(breaker.failures + 1 - ${BREAKER_LIMITS.failures}, 20)) end,
      reason = excluded.reason`)
}
