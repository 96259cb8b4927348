import type { CollectionAfterChangeHook, CollectionConfig } from 'payload'

import { noteReturn } from '../../../sync/operations/saves/noteReturn.js'
import { settleConflicts } from '../../../sync/operations/saves/settleConflicts.js'

const settle: CollectionAfterChangeHook = async ({
  collection,
  context,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  // What a sync writes it settles itself.
  if (operation === 'update' && !('sync' in context)) {
    const { id } = doc as { id: number | string }
    const saved = { collection: collection.slug, documentId: id, req }
    await noteReturn({ ...saved, after: doc, before: previousDoc })
    await settleConflicts(saved)
  }
}

/**
 * A synced collection in which a save settles what it can: a conflict closes as soon as both sides
 * agree, and a document that a person brings back is not a sync's to bring back any more.
 */
export const withSettledSaves = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    afterChange: [...(collection.hooks?.afterChange ?? []), settle],
  },
})
