import type { PayloadRequest } from 'payload'

import { getSync, hasSync } from '../../engine/Sync.js'
import { lockDocumentRecords } from '../../store/records/lockDocumentRecords.js'

type ClaimRecordArgs = {
  /** Slug. */
  collection: string
  documentId: number | string
  req: PayloadRequest
}

/**
 * Waits until no sync has a document in work, and keeps syncs away from it until the transaction of
 * `req` ends. Whoever is about to delete a document does it first, or a sync and they could wait
 * for each other for ever. Does nothing outside of a transaction, or while the plugin is off.
 */
export const claimRecord = async ({
  collection,
  documentId,
  req,
}: ClaimRecordArgs): Promise<void> => {
  if (hasSync(req.payload)) {
    const { database } = getSync(req.payload)
    await lockDocumentRecords({ collection, database, documentId, req })
  }
}
