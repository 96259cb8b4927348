import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

import { forecastQuota } from './forecastQuota.js'

/** What is left of one budget of requests. */
export type QuotaState = {
  connection: string
  limit: null | number
  /** An entity, `day`, `minute`. */
  name: string
  provider: string
  remaining: number
  /** When it is full again; ISO 8601. */
  resetsAt: null | string
  /** When it is used up at the present pace, if that is before it is full again; ISO 8601. */
  usedUpAt: null | string
  /** From one filling to the next, in milliseconds. */
  windowMs: null | number
}

type Row = {
  available: null | string
  blocked_ms: null | string
  connection: string
  limit: null | string
  name: string
  now: string
  pace_from: null | string
  pace_since: null | string
  provider: string
  resets_at: null | string
  window_ms: null | string
}

type FindQuotasArgs = { database: Database; req?: PayloadRequest }

/** All budgets of which anything is known, ordered by name. */
export const findQuotas = async ({ database, req }: FindQuotasArgs): Promise<QuotaState[]> => {
  const session = await database.session(req)
  const { rows } = await session.execute(sql`
    select provider, connection, name, "limit", available, pace_from, pace_since,
      clock_timestamp() as now, resets_at, window_ms,
      extract(epoch from blocked_until - clock_timestamp()) * 1000 as blocked_ms
    from ${database.table('syncQuotas')} order by provider, connection, name`)
  return (rows as Row[]).flatMap((row) => toState(row) ?? [])
}

const toState = (row: Row): QuotaState | undefined => {
  const { name, connection, provider } = row
  const now = new Date(row.now)
  const limit = toNumber(row.limit)
  const windowMs = toNumber(row.window_ms)
  const blockedMs = Number(row.blocked_ms ?? 0)
  const told = toDate(row.resets_at)
  const isFull = told !== null && told <= now
  const available = isFull ? limit : toNumber(row.available)
  if (blockedMs > 0) {
    const resetsAt = toDate(now.getTime() + blockedMs)?.toISOString() ?? null
    return { name, connection, limit, provider, remaining: 0, resetsAt, usedUpAt: null, windowMs }
  }
  if (available === null) {
    return undefined
  }
  const resetsAt = isFull ? null : told
  const usedUpAt = isFull
    ? null
    : forecastQuota({
        available,
        now,
        paceFrom: toNumber(row.pace_from),
        paceSince: toDate(row.pace_since),
        resetsAt,
      })
  return {
    name,
    connection,
    limit,
    provider,
    remaining: Math.max(0, available),
    resetsAt: resetsAt?.toISOString() ?? null,
    usedUpAt: usedUpAt?.toISOString() ?? null,
    windowMs,
  }
}

const toNumber = (value: null | string): null | number => (value === null ? null : Number(value))

/** A moment; `null` for one that no date can be. */
const toDate = (value: null | number | string): Date | null => {
  const date = new Date(value ?? Number.NaN)
  return Number.isNaN(date.getTime()) ? null : date
}
