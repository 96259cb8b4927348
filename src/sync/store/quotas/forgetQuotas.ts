import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { Database } from '../Database.js'

import { inSight } from '../connections/inSight.js'
import { ALL_CONNECTIONS } from './QuotaTicket.js'

type ForgetQuotasArgs = {
  database: Database
  /** Whether also those that all connections share. @default true */
  isShared?: boolean
  provider: string
  req: PayloadRequest
  /** @default 'all' */
  sight?: Sight
}

/**
 * Forgets what is left of a provider's budgets and until when it refuses requests, for all its
 * connections. The next answer tells it anew. Returns how many budgets were forgotten.
 */
export const forgetQuotas = async ({
  database,
  isShared = true,
  provider,
  req,
  sight = 'all',
}: ForgetQuotasArgs): Promise<number> => {
  const table = database.table('syncQuotas')
  const isSeen = inSight({ column: table.connection!, sight }) ?? sql`true`
  const isMeant = isShared ? sql`true` : sql`${table.connection!} <> ${ALL_CONNECTIONS}`
  const session = await database.session(req)
  const { rows } = await session.execute(sql`
    with held as (
      -- In the order in which requests take them, so that nobody waits in a circle.
      select id from ${table} where provider = ${provider} and ${isSeen} and ${isMeant}
      order by name, id for update
    )
    delete from ${table} where id in (select id from held) returning id`)
  return rows.length
}
