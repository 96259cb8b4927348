import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'
import type { EventName } from './Subscriber.js'

import { isOneOf } from '../isOneOf.js'
import { unpackJson } from '../packJson.js'

type ClaimEventsArgs = {
  database: Database
  /** How long they are this process's own, in milliseconds; `extendClaim` makes it longer. */
  leaseMs: number
  /** Names of the subscribers that this process can deliver to. */
  subscribers: readonly string[]
}

/** Events of one stream for one subscriber, of one name, the oldest first; never none. */
export type ClaimedEvents = {
  data: unknown[]
  /** How often the first one could not be delivered. */
  failures: number
  ids: (number | string)[]
  name: EventName
  stream: string
  subscriber: string
}

/** How many are delivered at once, so that a subscriber that was away is not told one by one. */
const MOST_AT_ONCE = 20

type Row = {
  data: unknown
  failures: number | string
  id: number | string
  name: EventName
  stream: string
  subscriber: string
}

/**
 * Takes the oldest events that are due, or `null` when there are none. What nobody else has, and
 * nobody else gets before the lease is over: any number of processes may ask at once.
 *
 * Within a stream a subscriber is told in order, and nobody is told a later event before those who
 * wait for an earlier one were told it, or have failed to take it.
 */
export const claimEvents = async ({
  database,
  leaseMs,
  subscribers,
}: ClaimEventsArgs): Promise<ClaimedEvents | null> => {
  const table = database.table('syncEvents')
  const session = await database.session()
  const { rows: heads } = await session.execute(sql`
    update ${table} as head
    set locked_until = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
    where head.id = (
      select event.id from ${table} as event
      where ${isOneOf({ column: sql`event.subscriber`, values: subscribers })}
        and event.due_at <= clock_timestamp()
        and (event.locked_until is null or event.locked_until < clock_timestamp())
        and not exists (
          select from ${table} as earlier
          where earlier.stream = event.stream and earlier.position < event.position
            and ${isOneOf({ column: sql`earlier.subscriber`, values: subscribers })}
            and (earlier.subscriber = event.subscriber or earlier.failures = 0)
        )
      order by event.due_at, event.position
      limit 1
      for update skip locked
    )
    returning head.stream, head.subscriber
  `)
  const [head] = heads as Pick<Row, 'stream' | 'subscriber'>[]
  if (!head) {
    return null
  }
  const { rows } = await session.execute(sql`
    select id, name, data, failures, stream, subscriber from ${table}
    where subscriber = ${head.subscriber} and stream = ${head.stream}
    order by position limit ${MOST_AT_ONCE}
  `)
  return toClaim(rows as Row[])
}

const toClaim = (rows: readonly Row[]): ClaimedEvents | null => {
  const [first] = rows
  if (!first) {
    return null
  }
  const end = rows.findIndex(({ name }) => name !== first.name)
  const claimed = end < 0 ? rows : rows.slice(0, end)
  return {
    name: first.name,
    data: claimed.map(({ data }) => unpackJson(data)),
    failures: Number(first.failures),
    ids: claimed.map(({ id }) => id),
    stream: first.stream,
    subscriber: first.subscriber,
  }
}
