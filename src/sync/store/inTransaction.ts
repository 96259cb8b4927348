import type { PayloadRequest, RequestContext } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'
import { commitTransaction, createLocalReq, initTransaction, killTransaction } from 'payload'

import type { Database } from './Database.js'

type InTransactionArgs<TResult> = {
  /** Handed to every hook that runs inside. */
  context?: RequestContext
  database: Database
  work: (req: PayloadRequest) => Promise<TResult>
}

/**
 * Does `work` in one database transaction of its own: all of it is kept, or nothing. A process that
 * hangs in the middle loses the transaction after a while, so that nobody waits for its rows.
 *
 * Payload's adapter does not tell whether the commit itself arrived. Whoever must know writes with
 * a number that the next write names again, as `saveCheckpoint` does.
 */
export const inTransaction = async <TResult>({
  context,
  database,
  work,
}: InTransactionArgs<TResult>): Promise<TResult> => {
  const req = await createLocalReq({ context: { ...context } }, database.payload)
  await initTransaction(req)
  try {
    const session = await database.session(req)
    const limit = String(Math.round(database.stallLimitMs))
    await session.execute(
      sql`select set_config('idle_in_transaction_session_timeout', ${limit}, true)`,
    )
    const result = await work(req)
    await commitTransaction(req)
    return result
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}
