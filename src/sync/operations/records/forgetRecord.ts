import type { PayloadRequest } from 'payload'

import { getSync, hasSync } from '../../engine/Sync.js'
import { forgetDocument } from '../../store/records/forgetDocument.js'

type ForgetRecordArgs = {
  /** Slug. */
  collection: string
  documentId: number | string
  req: PayloadRequest
}

/**
 * Drops what is remembered of a document that was deleted. Does nothing while the plugin is off.
 */
export const forgetRecord = async ({
  collection,
  documentId,
  req,
}: ForgetRecordArgs): Promise<void> => {
  if (hasSync(req.payload)) {
    const { database } = getSync(req.payload)
    await forgetDocument({ collection, database, documentId, req })
  }
}
