import { setTimeout as sleep } from 'node:timers/promises'
import { Locked } from 'payload'

import type { HeldDocument } from './readHeld.js'

import { holdDocuments } from '../../../store/documents/holdDocuments.js'
import { isLockRefused } from '../../../store/locks/isLockRefused.js'

/**
 * A save that closes a conflict holds its document and then wants the sync record, which is held
 * here first. Postgres looks after one second whether two wait for each other, and ends one of them:
 * so nobody waits here for that long.
 */
const WAIT_MS = 400

const LONGEST_WAIT_MS = 15_000

/** Thrown where somebody else is writing the document right now. */
class BusyError extends Error {
  override name = 'BusyError'
}

/**
 * Keeps the document of a held record from everybody else's saves until its transaction ends. What is
 * read of it after that stays true. Call it inside of `untilFree`, before anything is written.
 */
export const holdDocument = async ({
  documentId,
  job: { collection, database },
  req,
}: Omit<HeldDocument, 'externalId'>): Promise<void> => {
  try {
    await holdDocuments({ collection, database, ids: [documentId], req, waitMs: WAIT_MS })
  } catch (error) {
    throw isLockRefused(error) ? new BusyError('It is being written.', { cause: error }) : error
  }
}

/**
 * Does in one transaction what needs `holdDocument`, and again from its beginning while somebody else
 * writes the document: they get what was held meanwhile.
 *
 * @throws Locked after 15 seconds
 */
export const untilFree = async <TResult>(work: () => Promise<TResult>): Promise<TResult> => {
  const until = performance.now() + LONGEST_WAIT_MS
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof BusyError)) {
        throw error
      }
    }
    if (performance.now() >= until) {
      throw new Locked('Somebody else is saving this document. Try again in a moment.')
    }
    await sleep(WAIT_MS / 4)
  }
}
