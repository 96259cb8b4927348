import type { Job } from '../../engine/batch/Job.js'

import { storeBatch } from '../../engine/batch/storeBatch.js'
import { applyWaiting } from '../../engine/batch/waiting/applyWaiting.js'
import { toHookContext } from '../../engine/write/toHookContext.js'
import { inTransaction } from '../../store/inTransaction.js'

type StoreWaitingArgs = { externalId: string; job: Job }

/**
 * Stores the word on a record that waits, unless somebody else has its document open. What the
 * project refuses goes on waiting, and the next run makes an issue of it.
 */
export const storeWaiting = async ({ externalId, job }: StoreWaitingArgs): Promise<void> => {
  const { database, payload } = job
  try {
    await applyWaiting({
      externalId,
      job,
      store: async ({ batch, scope }) => {
        await inTransaction({
          context: toHookContext(job),
          database,
          work: (req) => storeBatch({ batch, job, req, scope }),
        })
      },
    })
  } catch (error) {
    payload.logger.warn({ err: error, msg: `What waits for ${externalId} was not stored yet.` })
  }
}
