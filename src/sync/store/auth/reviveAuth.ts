import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

type ReviveAuthArgs = { database: Database; provider: string; req: PayloadRequest }

/**
 * Forgets that credentials of a provider were refused, so that the next request tries them once more.
 * Tokens stay.
 */
export const reviveAuth = async ({ database, provider, req }: ReviveAuthArgs): Promise<void> => {
  const session = await database.session(req)
  await session.execute(sql`
    update ${database.table('syncTokens')} set status = 'ok', failures = 0, reason = null
    where provider = ${provider} and (status <> 'ok' or failures > 0)`)
}
