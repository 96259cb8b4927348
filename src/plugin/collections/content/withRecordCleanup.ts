import type { CollectionAfterDeleteHook, CollectionConfig } from 'payload'

import { forgetRecord } from '../../../sync/operations/records/forgetRecord.js'

const forget: CollectionAfterDeleteHook = async ({ id, collection, req }) => {
  await forgetRecord({ collection: collection.slug, documentId: id, req })
}

/**
 * A synced collection whose documents may be deleted: what is remembered of one goes with it, so
 * that the next complete sync brings the record back as new instead of pointing to nothing.
 */
export const withRecordCleanup = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    afterDelete: [...(collection.hooks?.afterDelete ?? []), forget],
  },
})
