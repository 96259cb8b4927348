import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

import { toOwnName } from '../Database.js'

type LockTransactionArgs = { database: Database; key: string; req: PayloadRequest }

/** Waits until no other transaction holds this key; held until the transaction of `req` ends. */
export const lockTransaction = async ({
  database,
  key,
  req,
}: LockTransactionArgs): Promise<void> => {
  const session = await database.session(req)
  const name = toOwnName({ name: key, schema: database.schema() })
  await session.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`)
}
