import type { CollectionAfterChangeHook, CollectionConfig } from 'payload'

import { settleConflicts } from '../../../sync/operations/saves/settleConflicts.js'

const settle: CollectionAfterChangeHook = async ({ collection, context, doc, operation, req }) => {
  // What a sync writes it settles itself.
  if (operation === 'update' && !('sync' in context)) {
    const { id } = doc as { id: number | string }
    await settleConflicts({ collection: collection.slug, documentId: id, req })
  }
}

/** A synced collection in which a conflict closes as soon as a save makes both sides agree. */
export const withSettledConflicts = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    afterChange: [...(collection.hooks?.afterChange ?? []), settle],
  },
})
