import { Locked } from 'payload'

import type { HeldDocument } from './readHeld.js'

import { holdDocuments } from '../../../store/documents/holdDocuments.js'
import { isLockRefused } from '../../../store/locks/isLockRefused.js'

/**
 * Keeps the document of a held record from everybody else's saves until its transaction ends. What is
 * read of it after that stays true.
 *
 * @throws Locked when somebody else writes it for too long
 */
export const holdDocument = async ({
  documentId,
  job: { collection, database },
  req,
}: Omit<HeldDocument, 'externalId'>): Promise<void> => {
  try {
    await holdDocuments({ collection, database, ids: [documentId], req })
  } catch (error) {
    if (isLockRefused(error)) {
      throw new Locked('Somebody else is saving this document. Try again in a moment.')
    }
    throw error
  }
}
