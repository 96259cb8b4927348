import type { WaitingRecord } from '../../../store/records/waiting/findWaiting.js'
import type { Job } from '../Job.js'
import type { Batch } from '../storeBatch.js'

import { isDocumentOpen } from '../../../store/documents/isDocumentOpen.js'
import { isInTrash } from '../../../store/documents/isInTrash.js'
import { findWaiting } from '../../../store/records/waiting/findWaiting.js'
import { toDocumentId } from '../../write/resolveReference.js'

type WaitingStep = { batch: Batch; scope: null }

type ApplyWaitingArgs = {
  /** @default every one of the resource */
  externalId?: string | undefined
  job: Job
  /** Stores one of them. */
  store: (step: WaitingStep) => Promise<void>
}

/**
 * Stores what was said of records while somebody had their documents open, of those that nobody has
 * open any more, and that are not in the trash. The others go on waiting.
 */
export const applyWaiting = async ({ externalId, job, store }: ApplyWaitingArgs): Promise<void> => {
  const { collection, database, payload, person, provider, resourceName: resource } = job
  const waiting = await findWaiting({ database, externalId, provider: provider.name, resource })
  for (const record of waiting) {
    const id = toDocumentId({ id: record.documentId, collection, payload })
    const isAway =
      (await isDocumentOpen({ id, collection, database, except: person })) ||
      (await isInTrash({ id, collection, database }))
    if (!isAway) {
      await store(toStep(record))
    }
  }
}

const toStep = ({ externalId, word }: WaitingRecord): WaitingStep => {
  const { document, hash, references, saidAt } = word
  return {
    batch: {
      prepared: [{ document, externalId, hash, references }],
      rejected: [],
      saidAt: new Date(saidAt),
      waiting: word,
    },
    // That the record was there was noted when the word was met.
    scope: null,
  }
}
