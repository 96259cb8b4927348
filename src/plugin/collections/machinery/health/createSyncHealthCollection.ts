import type { CollectionConfig } from 'payload'

import type { MachineryCollectionArgs } from '../MachineryCollectionArgs.js'

import { defineMachineryCollection } from '../defineMachineryCollection.js'

/**
 * What was wrong at the last look, and since when. Nobody reads it: it speaks of the connections of
 * everybody. `GET /sync/health` says what somebody may know of it.
 */
export const createSyncHealthCollection = ({
  access: { view: canView },
  adminUserSlug,
  slugs,
}: MachineryCollectionArgs): CollectionConfig =>
  defineMachineryCollection({
    access: { read: () => false },
    admin: { hidden: true, useAsTitle: 'key' },
    adminUserSlug,
    canView,
    fields: [
      // `reasons`, and `sizes` of the tables day by day.
      { name: 'key', type: 'text', required: true, unique: true },
      { name: 'data', type: 'json' },
      { name: 'changedAt', type: 'date' },
    ],
    graphQL: false,
    key: 'syncHealth',
    slugs,
    timestamps: false,
  })
