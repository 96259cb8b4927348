import type { Payload } from 'payload'

import type { Outcome } from '../../engine/write/writeRecord.js'

import { storeBatch } from '../../engine/batch/storeBatch.js'
import { toJob } from '../../engine/batch/toJob.js'
import { applyWaiting } from '../../engine/batch/waiting/applyWaiting.js'
import { getSync } from '../../engine/Sync.js'
import { toHookContext } from '../../engine/write/toHookContext.js'
import { inTransaction } from '../../store/inTransaction.js'

export type StoreWaitingWordArgs = {
  externalId: string
  payload: Payload
  provider: string
  resource: string
}

/**
 * Stores what was said of one record while somebody had its document open, if nobody has it open
 * any more. Asks no provider. Returns what became of the document, or `undefined` when nothing
 * waits, it goes on waiting, or the resource is not configured any more. Every sync of the resource
 * does the same; this is for whoever cannot wait for one.
 */
export const storeWaitingWord = async ({
  externalId,
  payload,
  provider: providerName,
  resource: resourceName,
}: StoreWaitingWordArgs): Promise<Outcome | undefined> => {
  const sync = getSync(payload)
  const { database, providers } = sync
  const provider = providers.get(providerName)
  if (!provider?.resources.has(resourceName)) {
    return undefined
  }
  const job = toJob({ provider, resourceName, runId: null, sync })
  let outcome: Outcome | undefined
  await applyWaiting({
    externalId,
    job,
    store: async (step) => {
      const { applied } = await inTransaction({
        context: toHookContext(job),
        database,
        work: (req) => storeBatch({ ...step, job, req }),
      })
      outcome = applied.outcomes.get(externalId)
    },
  })
  return outcome === 'deferred' ? undefined : outcome
}
