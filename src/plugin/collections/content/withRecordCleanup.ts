import type {
  CollectionAfterDeleteHook,
  CollectionBeforeDeleteHook,
  CollectionConfig,
} from 'payload'

import { noteDeletion } from '../../../sync/operations/records/deleted/noteDeletion.js'
import { forgetRecord } from '../../../sync/operations/records/forgetRecord.js'

const note: CollectionBeforeDeleteHook = async ({ id, collection, req }) => {
  await noteDeletion({ collection: collection.slug, documentId: id, req })
}

const forget: CollectionAfterDeleteHook = async ({ id, collection, req }) => {
  await forgetRecord({ collection: collection.slug, documentId: id, req })
}

/**
 * A synced collection whose documents may be deleted: what a person deletes stays away, unless its
 * resource says otherwise; of all else that is deleted nothing is remembered, so that the next
 * complete sync brings the record back as new instead of pointing to nothing.
 */
export const withRecordCleanup = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    afterDelete: [...(collection.hooks?.afterDelete ?? []), forget],
    beforeDelete: [...(collection.hooks?.beforeDelete ?? []), note],
  },
})
