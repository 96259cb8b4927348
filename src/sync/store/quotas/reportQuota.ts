import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Quota } from '../../../sdk/index.js'
import type { QuotaOwner, QuotaTicket } from './QuotaTicket.js'

import { toQuotaConnection } from './QuotaTicket.js'

type ReportQuotaArgs = {
  /** Milliseconds in which the provider takes nothing more; absent when it took the request. */
  blockedMs?: number
  /** What the answer told; nothing when there was none. */
  quotas: readonly Quota[]
  /** What was taken for the request. */
  tickets: readonly QuotaTicket[]
} & QuotaOwner

/**
 * Gives back what was taken for one request, and remembers what its answer told. A request without
 * an answer stays spent: nobody knows whether it was counted.
 */
export const reportQuota = async ({
  blockedMs,
  quotas,
  tickets,
  ...owner
}: ReportQuotaArgs): Promise<void> => {
  // One row at a time: no two rows are held at once, so nobody can wait in a circle.
  for (const ticket of tickets) {
    const told = quotas.find(({ name }) => name === ticket.name)
    await giveBack({ ...owner, blockedMs, ticket, told })
  }
  for (const told of quotas.filter(({ name }) => !tickets.some((ticket) => ticket.name === name))) {
    await remember({ ...owner, told })
  }
}

type GiveBackArgs = {
  ticket: QuotaTicket
  told: Quota | undefined
} & Pick<ReportQuotaArgs, 'blockedMs' | 'database'>

const giveBack = async ({ blockedMs, database, ticket, told }: GiveBackArgs): Promise<void> => {
  const table = database.table('syncQuotas')
  const session = await database.session()
  const { id, isAlone, number } = ticket
  const { limit, remaining, resetsInMs, windowMs } = told ?? {}
  await session.execute(sql`
    with held as (
      select *, clock_timestamp() as now, greatest(0, in_flight - 1) as others from ${table}
      where id = ${id} for update
    ), counted as (
      select *,
        -- An answer of the window before says nothing of this one.
        ${told !== undefined}::boolean and ${number}::numeric >= window_ticket as is_current,
        case
          when ${told === undefined}::boolean or ${number}::numeric < window_ticket then available
          when ${isAlone}::boolean and ticket = ${number}::numeric then ${remaining ?? null}::numeric
          -- Requests that are under way may be counted in it or not; the answers of requests that
          -- overlap come in any order, and must never lift the count.
          else least(available, ${remaining ?? null}::numeric - others)
        end as left_over
      from held
    )
    update ${table} as quota set
      available = left_over,
      in_flight = others,
      "limit" = coalesce(${limit ?? null}::numeric, counted."limit"),
      window_ms = coalesce(${windowMs ?? null}::numeric, counted.window_ms),
      resets_at = case when is_current and ${resetsInMs ?? null}::numeric is not null
        then now + ${resetsInMs ?? 0}::numeric * interval '1 millisecond' else counted.resets_at end,
      blocked_until = case when ${blockedMs ?? null}::numeric is null then counted.blocked_until
        else greatest(counted.blocked_until,
          now + ${blockedMs ?? 0}::numeric * interval '1 millisecond') end,
      pace_since = case when is_current and left_over > coalesce(counted.pace_from, -1)
        then now else counted.pace_since end,
      pace_from = case when is_current and left_over > coalesce(counted.pace_from, -1)
        then left_over else counted.pace_from end,
      used_at = now
    from counted where quota.id = counted.id`)
}

type RememberArgs = { told: Quota } & QuotaOwner

/** A budget that nobody takes from is shown as the provider tells it. */
const remember = async ({ database, provider, told, ...args }: RememberArgs): Promise<void> => {
  const table = database.table('syncQuotas')
  const session = await database.session()
  const { name, limit, remaining, resetsInMs, windowMs } = told
  const connection = toQuotaConnection({ ...args, name })
  await session.execute(sql`
    insert into ${table} as quota
      (provider, connection, name, "limit", window_ms, available, resets_at, in_flight, ticket, window_ticket,
        pace_since, pace_from, used_at)
    values (${provider}, ${connection}, ${name}, ${limit ?? null}, ${windowMs ?? null}, ${remaining},
      clock_timestamp() + ${resetsInMs ?? null}::numeric * interval '1 millisecond', 0, 0, 0,
      clock_timestamp(), ${remaining}, clock_timestamp())
    on conflict (provider, connection, name) do update set
      "limit" = coalesce(excluded."limit", quota."limit"),
      window_ms = coalesce(excluded.window_ms, quota.window_ms),
      available = case when quota.ticket = 0 then excluded.available
        else least(quota.available, excluded.available) end,
      resets_at = coalesce(excluded.resets_at, quota.resets_at),
      pace_since = case when excluded.available > coalesce(quota.pace_from, -1)
        then excluded.pace_since else quota.pace_since end,
      pace_from = greatest(quota.pace_from, excluded.pace_from),
      used_at = excluded.used_at`)
}
