import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

import { isOneOf } from '../isOneOf.js'

type CountDueArgs = {
  database: Database
  /** @default all */
  streams?: readonly string[]
  subscribers: readonly string[]
}

/**
 * How many events are to be delivered now, or are being delivered, without those that wait behind
 * one that failed a moment ago.
 */
export const countDue = async ({
  database,
  streams,
  subscribers,
}: CountDueArgs): Promise<number> => {
  if (subscribers.length === 0 || streams?.length === 0) {
    return 0
  }
  const table = database.table('syncEvents')
  const session = await database.session()
  const { rows } = await session.execute(sql`
    select count(*)::int as due from ${table} as event
    where event.due_at <= clock_timestamp()
      and ${isOneOf({ column: sql`event.subscriber`, values: subscribers })}
      ${streams ? sql`and ${isOneOf({ column: sql`event.stream`, values: streams })}` : sql``}
      and not exists (
        select from ${table} as earlier
        where earlier.stream = event.stream and earlier.subscriber = event.subscriber
          and earlier.due_at > clock_timestamp()
      )
  `)
  return Number((rows as { due: number }[])[0]?.due ?? 0)
}
