import type { PayloadRequest } from 'payload'

import { getSync, hasSync } from '../../engine/Sync.js'
import { forgetMissingAction } from '../../store/records/absence/forgetMissingAction.js'

/** What of a document tells whether people can see it. */
type Visible = { _status?: unknown; deletedAt?: unknown }

type NoteReturnArgs = {
  /** As it is now. */
  after: Visible
  /** As it was before the save. */
  before: undefined | Visible
  /** Slug. */
  collection: string
  documentId: number | string
  /** Of the save. */
  req: PayloadRequest
}

/**
 * Notes that a person took a document out of the trash, or published it: what a sync had done to it
 * while its record was missing is over, and where the person puts it later, it stays. No query where
 * a save does neither.
 */
export const noteReturn = async ({
  after,
  before,
  collection,
  documentId,
  req,
}: NoteReturnArgs): Promise<void> => {
  const isRestored = Boolean(before?.deletedAt) && !after.deletedAt
  const isPublished = before?._status === 'draft' && after._status === 'published'
  if (hasSync(req.payload) && (isRestored || isPublished)) {
    const { database } = getSync(req.payload)
    await forgetMissingAction({ collection, database, documentId, req })
  }
}
