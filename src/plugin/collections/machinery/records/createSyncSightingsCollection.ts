import type { CollectionConfig } from 'payload'

import type { MachineryCollectionArgs } from '../MachineryCollectionArgs.js'

import { defineMachineryCollection } from '../defineMachineryCollection.js'

/**
 * Which records a batch listed, and when that was said: one narrow row a batch, so that nothing is
 * written of a record that was only seen again. The same list seen again takes the row's place.
 */
export const createSyncSightingsCollection = ({
  access: { view: canView },
  adminUserSlug,
  slugs,
}: MachineryCollectionArgs): CollectionConfig =>
  defineMachineryCollection({
    // Of no use to people, and ids of all connections stand in it.
    access: { read: () => false },
    admin: { hidden: true },
    adminUserSlug,
    canView,
    fields: [
      { name: 'provider', type: 'text', required: true },
      { name: 'resource', type: 'text', required: true },
      // Empty where nobody knows.
      { name: 'connection', type: 'text' },
      // Key of the scope that would prove the records' absence; empty where none does.
      { name: 'scope', type: 'text' },
      // Hash of the ids.
      { name: 'list', type: 'text', required: true },
      // Lists of ids with the moment at which they were said, `null` for what could not be read.
      { name: 'seen', type: 'json' },
      // The newest of those moments, in the database's time.
      { name: 'saidAt', type: 'date' },
      // When it was committed.
      { name: 'seenAt', type: 'date' },
      // Id of the run that saw them.
      { name: 'run', type: 'text' },
    ],
    graphQL: false,
    indexes: [
      { fields: ['provider', 'resource', 'connection', 'scope', 'list'], unique: true },
      { fields: ['provider', 'resource', 'saidAt'] },
    ],
    key: 'syncSightings',
    slugs,
    timestamps: false,
  })
