import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../../Database.js'

import { isStoredName } from '../../../../sdk/connections/Connection.js'
import { lockTransaction } from '../../locks/lockTransaction.js'

type CountOwnedArgs = {
  connection: null | string
  database: Database
  /** Id of a schedule that is not counted. */
  except: number | string
  provider: string
  /** In whose transaction others who count for the same owner wait. @default nobody waits */
  req?: PayloadRequest | undefined
}

export type Owned = {
  /** Of all connections of the owner, those that are off as well. */
  count: number
  /** What people call the connection. */
  label: string
}

/**
 * How many schedules there are of the connections of one person: whose this connection is. `null`
 * where it is nobody's.
 */
export const countOwned = async ({
  connection,
  database,
  except,
  provider,
  req,
}: CountOwnedArgs): Promise<null | Owned> => {
  if (connection === null || !isStoredName(connection)) {
    return null
  }
  const connections = database.table('syncConnections')
  const schedules = database.table('syncSchedules')
  const session = await database.session(req)
  const { rows } = await session.execute(sql`
    select coalesce(label, name) as label, owner_id::text as owner from ${connections}
    where provider = ${provider} and name = ${connection}`)
  const [own] = rows as { label: string; owner: null | string }[]
  if (!own || own.owner === null) {
    return null
  }
  if (req) {
    await lockTransaction({ database, key: `owner/${own.owner}`, req })
  }
  const counted = await session.execute(sql`
    select count(*)::int as count from ${schedules} as schedule
    join ${connections} as own
      on own.provider = schedule.provider and own.name = schedule.connection
    where own.owner_id::text = ${own.owner} and schedule.id::text <> ${String(except)}`)
  const [{ count = 0 } = {}] = counted.rows as { count?: number }[]
  return { count, label: own.label }
}
