import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

/** A connection with which nothing is asked, because its credentials were refused. */
export type StoppedConnection = {
  connection: string
  provider: string
  /** Without secrets. */
  reason: string
  /** `deactivated` after renewals that were refused, `refused` after the first sign-in. */
  status: 'deactivated' | 'refused'
}

/** All connections with which nothing is asked, in the order of their names. */
export const findStopped = async (database: Database): Promise<StoppedConnection[]> => {
  const session = await database.session()
  const { rows } = await session.execute(sql`
    select connection, provider, coalesce(reason, '') as reason, status
    from ${database.table('syncTokens')}
    where status in ('deactivated', 'refused') order by provider, connection`)
  return rows as StoppedConnection[]
}
