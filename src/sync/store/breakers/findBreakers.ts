import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

/** `open`: nobody asks; `half-open`: one request finds out for all; `closed`: all is well. */
export const BREAKER_STATES = ['closed', 'half-open', 'open'] as const

/** Whether a provider is asked at all. */
export type BreakerState = {
  connection: string
  provider: string
  /** What the last failed request met; `null` when none failed since the last answer. */
  reason: null | string
  state: (typeof BREAKER_STATES)[number]
  /** Until when nobody asks; ISO 8601, `null` unless it is `open`. */
  until: null | string
}

type Row = {
  connection: string
  is_probing: boolean
  open_ms: null | string
  open_until: null | string
  provider: string
  reason: null | string
}

/** The breakers of all connections that ever failed. */
export const findBreakers = async (database: Database): Promise<BreakerState[]> => {
  const session = await database.session()
  const { rows } = await session.execute(sql`
    select provider, connection, reason, is_probing, open_until,
      extract(epoch from open_until - clock_timestamp()) * 1000 as open_ms
    from ${database.table('syncBreakers')}`)
  return (rows as Row[]).map(
    ({ connection, is_probing, open_ms, open_until, provider, reason }) => {
      const isOpen = !is_probing && Number(open_ms) > 0
      return {
        connection,
        provider,
        reason,
        state: open_until === null ? 'closed' : isOpen ? 'open' : 'half-open',
        until: open_until !== null && isOpen ? new Date(open_until).toISOString() : null,
      }
    },
  )
}
