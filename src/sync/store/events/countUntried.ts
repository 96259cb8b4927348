import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

import { isOneOf } from '../isOneOf.js'

type CountUntriedArgs = {
  database: Database
  /** @default all */
  streams?: readonly string[]
  subscribers: readonly string[]
}

/**
 * How many events nobody has tried to deliver yet, without those that wait behind one that failed.
 */
export const countUntried = async ({
  database,
  streams,
  subscribers,
}: CountUntriedArgs): Promise<number> => {
  if (subscribers.length === 0 || streams?.length === 0) {
    return 0
  }
  const table = database.table('syncEvents')
  const session = await database.session()
  const { rows } = await session.execute(sql`
    select count(*)::int as untried from ${table} as event
    where event.failures = 0
      and ${isOneOf({ column: sql`event.subscriber`, values: subscribers })}
      ${streams ? sql`and ${isOneOf({ column: sql`event.stream`, values: streams })}` : sql``}
      and not exists (
        select from ${table} as earlier
        where earlier.stream = event.stream and earlier.subscriber = event.subscriber
          and earlier.failures > 0
      )
  `)
  return Number((rows as { untried: number }[])[0]?.untried ?? 0)
}
