import { sql } from '@payloadcms/db-postgres/drizzle'
import { randomUUID } from 'node:crypto'

import type { Notice } from '../../run/notices/Notice.js'
import type { Database } from '../Database.js'
import type { Channel, Message } from './Channel.js'

import { inTransaction } from '../inTransaction.js'
import { lockTransaction } from '../locks/lockTransaction.js'
import { unpackJson } from '../packJson.js'

type ClaimMessageArgs = {
  channel: Pick<Channel, 'isTogether' | 'name'>
  database: Database
  /** How long it is this process's own, in milliseconds; `extendMessage` makes it longer. */
  leaseMs: number
}

export type ClaimedMessage = {
  /** How often it was tried, this time included. */
  attempts: number
  channel: string
  /** How long ago it was to be told first, in milliseconds. */
  waitedMs: number
} & Message

type Head = { group: string; id: number | string; message: null | string; name: string }

type Row = { attempts: number | string; notice: unknown; waited_ms: number | string }

/**
 * Takes what a channel is to tell next, or `null` when nothing is due. Of any number of processes
 * one tells at a time, in the order in which it happened. What was not taken by a channel that is
 * out of order holds up the rest, until it is.
 */
export const claimMessage = async ({
  channel: { name: channel, isTogether },
  database,
  leaseMs,
}: ClaimMessageArgs): Promise<ClaimedMessage | null> => {
  const table = database.table('syncDeliveries')
  if (!(await hasDue({ channel, database }))) {
    return null
  }
  return await inTransaction({
    database,
    work: async (req) => {
      await lockTransaction({ database, key: `sync-channel/${channel}`, req })
      const session = await database.session(req)
      const { rows: heads } = await session.execute(sql`
        select id, name, message, "group" from ${table} as head
        where ${isDue({ channel })}
          and not exists (
            select from ${table} as other
            where other.channel = ${channel} and other.status::text = 'pending' and other.is_holding
              and other.message is distinct from head.message
          )
        order by happened_at, id limit 1
      `)
      const [head] = heads as Head[]
      if (!head) {
        return null
      }
      const id = head.message ?? randomUUID()
      const isOwn = head.message
        ? sql`message = ${head.message}`
        : sql`message is null and "group" = ${head.group}
            and (${isTogether}::boolean or name = ${head.name})`
      const { rows } = await session.execute(sql`
        with claimed as (
          update ${table} set
            attempts = attempts + 1,
            is_holding = true,
            locked_until = clock_timestamp() + ${leaseMs} * interval '1 millisecond',
            message = ${id},
            updated_at = clock_timestamp()
          where channel = ${channel} and status::text = 'pending' and ${isOwn}
          returning id, attempts, happened_at, created_at, notice
        )
        select notice, attempts,
          extract(epoch from clock_timestamp() - created_at) * 1000 as waited_ms
        from claimed order by happened_at, id
      `)
      const claimed = rows as Row[]
      return {
        id,
        attempts: Math.max(...claimed.map(({ attempts }) => Number(attempts))),
        channel,
        notices: claimed.map(({ notice }) => unpackJson(notice) as Notice),
        waitedMs: Math.max(...claimed.map(({ waited_ms: waitedMs }) => Number(waitedMs))),
      }
    },
  })
}

type ChannelArgs = { channel: string; database: Database }

const isDue = ({ channel }: Pick<ChannelArgs, 'channel'>) => sql`
  channel = ${channel} and status::text = 'pending' and due_at <= clock_timestamp()
  and (locked_until is null or locked_until < clock_timestamp())`

/** So that nobody takes a lock to find nothing. */
const hasDue = async ({ channel, database }: ChannelArgs): Promise<boolean> => {
  const session = await database.session()
  const table = database.table('syncDeliveries')
  const { rows } = await session.execute(
    sql`select 1 from ${table} where ${isDue({ channel })} limit 1`,
  )
  return rows.length > 0
}
