import type { Payload, PayloadRequest, RequestContext } from 'payload'

import { commitTransaction, createLocalReq, initTransaction, killTransaction } from 'payload'

type InTransactionArgs<TResult> = {
  /** Handed to every hook that runs inside. */
  context?: RequestContext
  payload: Payload
  work: (req: PayloadRequest) => Promise<TResult>
}

/**
 * Does `work` in one database transaction of its own: all of it is kept, or nothing.
 *
 * Payload's adapter does not tell whether the commit itself arrived. Whoever must know writes with
 * a number that the next write names again, as `saveCheckpoint` does.
 */
export const inTransaction = async <TResult>({
  context,
  payload,
  work,
}: InTransactionArgs<TResult>): Promise<TResult> => {
  const req = await createLocalReq({ context: { ...context } }, payload)
  await initTransaction(req)
  try {
    const result = await work(req)
    await commitTransaction(req)
    return result
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}
