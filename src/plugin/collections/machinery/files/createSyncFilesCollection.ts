import type { CollectionConfig } from 'payload'

import type { MachineryCollectionArgs } from '../MachineryCollectionArgs.js'

import { FILE_STATUSES } from '../../../../sync/store/files/StoredFile.js'
import { limitToSight } from '../connections/limitToSight.js'
import { defineMachineryCollection } from '../defineMachineryCollection.js'

/** Archives and files that people brought to be imported. What is in them is in `syncFileParts`. */
export const createSyncFilesCollection = ({
  access: { view: canView },
  adminUserSlug,
  slugs,
}: MachineryCollectionArgs): CollectionConfig =>
  defineMachineryCollection({
    admin: { hidden: true, useAsTitle: 'name' },
    adminUserSlug,
    canView,
    fields: [
      { name: 'provider', type: 'text', required: true },
      { name: 'connection', type: 'text', index: true, required: true },
      // As it was called.
      { name: 'name', type: 'text', required: true },
      { name: 'size', type: 'number', defaultValue: 0 },
      { name: 'sha256', type: 'text' },
      { name: 'status', type: 'select', options: [...FILE_STATUSES], required: true },
      // What says which of two is newer.
      { name: 'heldAt', type: 'date' },
      // What was found in it, for whoever decides whether to import it.
      { name: 'found', type: 'json' },
      // Names of the resources that have not read it yet.
      { name: 'pending', type: 'json' },
      { name: 'problem', type: 'textarea' },
      // Ids of the runs that import it.
      { name: 'runs', type: 'json' },
      { name: 'importedAt', type: 'date' },
    ],
    graphQL: false,
    key: 'syncFiles',
    limit: limitToSight,
    slugs,
  })
