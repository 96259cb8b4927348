import type { CollectionConfig } from 'payload'

import type { MachineryCollectionArgs } from '../MachineryCollectionArgs.js'

import { defineMachineryCollection } from '../defineMachineryCollection.js'

/** The content of files that people brought, in pieces. Nobody reads it but the sync. */
export const createSyncFilePartsCollection = ({
  access: { view: canView },
  adminUserSlug,
  slugs,
}: MachineryCollectionArgs): CollectionConfig =>
  defineMachineryCollection({
    access: { read: () => false },
    admin: { hidden: true, useAsTitle: 'file' },
    adminUserSlug,
    canView,
    fields: [
      // Id of its row in `syncFiles`.
      { name: 'file', type: 'text', required: true },
      // From 0; all but the last one have the same length.
      { name: 'position', type: 'number', required: true },
      // Encrypted.
      { name: 'sealed', type: 'text', access: { read: () => false }, hidden: true },
    ],
    graphQL: false,
    indexes: [{ fields: ['file', 'position'], unique: true }],
    key: 'syncFileParts',
    slugs,
    timestamps: false,
  })
