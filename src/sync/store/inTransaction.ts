import type { PayloadRequest, RequestContext } from 'payload'

import { createLocalReq } from 'payload'

import type { Database } from './Database.js'

import { tellCommitted } from './events/onEvents.js'
import { openTransaction } from './pool/openTransaction.js'

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
 * A connection that breaks during the commit leaves unknown whether it arrived. Whoever must know
 * writes with a number that the next write names again, as `saveCheckpoint` does.
 *
 * @throws Error also when the transaction was undone from inside, as the Local API does with the
 * transaction of a call that fails
 */
export const inTransaction = async <TResult>({
  context,
  database,
  work,
}: InTransactionArgs<TResult>): Promise<TResult> => {
  const req = await createLocalReq({ context: { ...context } }, database.payload)
  const { id, commit, rollback } = await openTransaction({ database })
  req.transactionID = id
  try {
    const result = await work(req)
    await commit()
    tellCommitted({ payload: database.payload, req })
    return result
  } catch (error) {
    await rollback()
    throw error
  } finally {
    delete req.transactionID
  }
}
