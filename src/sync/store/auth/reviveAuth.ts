import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { Database } from '../Database.js'

import { inSight } from '../connections/inSight.js'

type ReviveAuthArgs = {
  database: Database
  provider: string
  req: PayloadRequest
  /** Only of these connections. @default 'all' */
  sight?: Sight
}

/**
 * Forgets that credentials of a provider were refused, so that the next request tries them once more.
 * Tokens stay.
 */
export const reviveAuth = async ({
  database,
  provider,
  req,
  sight = 'all',
}: ReviveAuthArgs): Promise<void> => {
  const table = database.table('syncTokens')
  const isSeen = inSight({ column: table.connection!, sight }) ?? sql`true`
  const session = await database.session(req)
  await session.execute(sql`
    update ${table} set status = 'ok', failures = 0, reason = null
    where provider = ${provider} and (status <> 'ok' or failures > 0) and ${isSeen}`)
}
