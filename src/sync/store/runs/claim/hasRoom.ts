import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../../run/Run.js'
import type { Database } from '../../Database.js'

import { isStoredName } from '../../../../sdk/connections/Connection.js'
import { lockTransaction } from '../../locks/lockTransaction.js'

/** How many runs may be at work at once, on all hosts together. */
export type RunLimits = {
  overall: number
  /** Of the connections of one person. */
  perOwner: number
}

type HasRoomArgs = {
  database: Database
  limits: RunLimits
  /** Others who ask wait until its transaction has ended. */
  req: PayloadRequest
  run: Pick<Run, 'connection' | 'provider'>
}

/** Whether one more run may be at work: of all, and of whoever the connection belongs to. */
export const hasRoom = async ({
  database,
  limits: { overall, perOwner },
  req,
  run: { connection, provider },
}: HasRoomArgs): Promise<boolean> => {
  const session = await database.session(req)
  await lockTransaction({ database, key: 'runs-at-work', req })
  const connections = database.table('syncConnections')
  const isOfOwner = isStoredName(connection)
    ? sql`exists (
        select from ${connections} as theirs
        join ${connections} as own on own.owner_id = theirs.owner_id
        where own.provider = ${provider} and own.name = ${connection}
          and theirs.provider = log.provider and theirs.name = log.connection
      )`
    : sql`false`
  const { rows } = await session.execute(sql`
    select count(*)::int as all_of_them, (count(*) filter (where ${isOfOwner}))::int as own
    from ${database.table('syncLogs')} as log where log.status = 'running'`)
  const [{ all_of_them: all = 0, own = 0 } = {}] = rows as { all_of_them?: number; own?: number }[]
  return all < overall && own < perOwner
}
