import { sql } from '@payloadcms/db-postgres/drizzle'

import type { QuotaOwner, QuotaTicket } from './QuotaTicket.js'

import { toQuotaConnection } from './QuotaTicket.js'

/** A request that was not given back for so long is one of a process that is gone. */
const LOST_AFTER = '2 minutes'

/** After such a pause the forecast measures anew: the pace of this morning is none of now. */
const IDLE_AFTER = '5 minutes'

/** How long a budget rests that is used up for nobody knows how long. */
const UNKNOWN_RESET = '1 minute'

/** How soon to ask again while the first request finds out how much there is. */
const LEARNING_MS = 250

type TakeQuotaArgs = {
  names: readonly string[]
  /** The share of each budget, 0 to 1, that is left for others. */
  reserve: number
} & QuotaOwner

/** Why no request may be sent now. */
export type QuotaWait = { reason: string; waitMs: number }

type Row = {
  available: null | string
  id: number | string
  is_alone: boolean
  is_blocked: boolean
  name: string
  taken: boolean
  ticket: string
  wait_ms: null | string
}

/**
 * Takes one request out of each of these budgets, or out of none: one statement, so that any number
 * of processes may do it at once. Of a budget that nobody has heard of yet one request at a time is
 * given, until an answer told how much there is; of one that is declared what it has. Time is the
 * database's, which is one for all hosts.
 */
export const takeQuota = async (
  args: TakeQuotaArgs,
): Promise<QuotaWait | readonly QuotaTicket[]> => {
  const { names } = args
  if (names.length === 0) {
    return []
  }
  let rows = await tryToTake(args)
  if (rows.length < names.length) {
    await ensureRows(args)
    rows = await tryToTake(args)
  }
  if (rows.every(({ taken }) => taken)) {
    return rows.map(({ id, name, is_alone: isAlone, ticket }) => ({
      id,
      name,
      isAlone,
      number: Number(ticket),
    }))
  }
  const [longest] = rows.toSorted((a, b) => Number(b.wait_ms) - Number(a.wait_ms))
  return { reason: toReason(longest!), waitMs: Math.max(1, Math.ceil(Number(longest?.wait_ms))) }
}

const toReason = ({ name, available, is_blocked: isBlocked }: Row): string => {
  if (isBlocked) {
    return `it refused a request, because its quota "${name}" is used up`
  }
  if (available === null) {
    return `another request is finding out how much is left of its quota "${name}"`
  }
  return Number(available) >= 1
    ? `what is left of its quota "${name}" is kept for live runs`
    : `its quota "${name}" is used up`
}

const ensureRows = async ({ database, names, provider, ...args }: TakeQuotaArgs): Promise<void> => {
  const session = await database.session()
  await session
    .insert(database.table('syncQuotas'))
    .values(
      names.map((name) => ({ name, connection: toQuotaConnection({ ...args, name }), provider })),
    )
    .onConflictDoNothing()
}

/** The rows of the budgets with what became of the attempt; fewer than asked for when some lack. */
const tryToTake = async ({
  connection,
  database,
  declared = [],
  names,
  provider,
  reserve,
}: TakeQuotaArgs): Promise<Row[]> => {
  const wanted = names.map((name) => {
    const { limit, windowMs } = declared.find((quota) => quota.name === name) ?? {}
    return { name, connection: toQuotaConnection({ name, connection, declared }), limit, windowMs }
  })
  const table = database.table('syncQuotas')
  const session = await database.session()
  const { rows } = await session.execute(sql`
    with wanted as (
      select * from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
        as wanted (name text, connection text, "limit" numeric, "windowMs" numeric)
    ), held as (
      -- In one order, so that two who want the same budgets do not wait for each other.
      select quota.*, clock_timestamp() as now,
        wanted."limit" as own_limit, wanted."windowMs" as own_window_ms
      from ${table} as quota join wanted using (name, connection)
      where quota.provider = ${provider}
      order by quota.name for update of quota
    ), counted as (
      select id, name, now, coalesce(own_limit, "limit") as "limit", resets_at, ticket,
        window_ticket, used_at, pace_since, pace_from, own_window_ms,
        coalesce(resets_at <= now, own_window_ms is not null and resets_at is null)
          as is_new_window,
        greatest(0, extract(epoch from blocked_until - now) * 1000) as blocked_ms,
        case when used_at < now - ${LOST_AFTER}::interval then 0 else in_flight end as in_flight,
        case
          -- Nobody else counts it: a window that is declared has all of it.
          when own_window_ms is not null and coalesce(resets_at <= now, true) then own_limit
          when own_window_ms is not null then least(coalesce(available, own_limit), own_limit)
          -- What is still under way may count against the new window.
          when resets_at <= now then "limit" - in_flight
          when available < 1 and resets_at is null
            and used_at < now - ${UNKNOWN_RESET}::interval then null
          else available
        end as available
      from held
    ), judged as (
      select *,
        case
          when blocked_ms > 0 then blocked_ms
          when available is null then case when in_flight > 0 then ${LEARNING_MS}::numeric end
          when available - least(ceil(coalesce("limit", 0) * ${reserve}::numeric),
            greatest(coalesce("limit", 0) - 1, 0)) < 1
            then greatest(1, extract(epoch from
              coalesce(resets_at, used_at + ${UNKNOWN_RESET}::interval) - now) * 1000)
        end as wait_ms
      from counted
    ), taken as (
      update ${table} as quota set
        available = judged.available - 1,
        in_flight = judged.in_flight + 1,
        ticket = judged.ticket + 1,
        window_ticket = case
          when judged.is_new_window then judged.ticket + 1 else judged.window_ticket end,
        resets_at = case
          when not judged.is_new_window then judged.resets_at
          when judged.own_window_ms is not null
            then judged.now + judged.own_window_ms * interval '1 millisecond' end,
        "limit" = judged."limit",
        window_ms = coalesce(judged.own_window_ms, quota.window_ms),
        blocked_until = null,
        pace_since = case
          when judged.is_new_window or judged.used_at < judged.now - ${IDLE_AFTER}::interval
            then judged.now
          else judged.pace_since end,
        pace_from = case
          when judged.is_new_window or judged.used_at < judged.now - ${IDLE_AFTER}::interval
            then judged.available
          else judged.pace_from end,
        used_at = judged.now
      from judged
      where quota.id = judged.id
        and not exists (select from judged where wait_ms is not null)
        and (select count(*) from judged) = ${names.length}
      returning quota.id
    )
    select id, name, available, wait_ms, blocked_ms > 0 as is_blocked, ticket + 1 as ticket, in_flight = 0 as is_alone,
      id in (select id from taken) as taken
    from judged`)
  return rows as Row[]
}
