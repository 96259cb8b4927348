import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../../Database.js'

export type DatabaseProbe = {
  /** Milliseconds by which the database's clock is ahead of this host's; negative when behind. */
  aheadMs: number
  /** What the shortest question took, with the wait for a connection, in milliseconds. */
  queryMs: number
}

/** From here on a question is asked once more: this process itself may have been busy. */
const WORTH_ANOTHER_MS = 250

/** Asks the database the shortest question there is, and measures it. One statement, or two. */
export const probeDatabase = async (database: Database): Promise<DatabaseProbe> => {
  const first = await probe(database)
  if (first.queryMs < WORTH_ANOTHER_MS) {
    return first
  }
  const second = await probe(database)
  return second.queryMs < first.queryMs ? second : first
}

const probe = async (database: Database): Promise<DatabaseProbe> => {
  const session = await database.session()
  const asked = Date.now()
  const begun = performance.now()
  const { rows } = await session.execute(
    sql`select (extract(epoch from clock_timestamp()) * 1000)::text as probed`,
  )
  const queryMs = performance.now() - begun
  const [row] = rows as { probed: string }[]
  return {
    // The answer was given somewhere between the two.
    aheadMs: Math.round(Number(row?.probed) - (asked + queryMs / 2)),
    queryMs: Math.round(queryMs),
  }
}
