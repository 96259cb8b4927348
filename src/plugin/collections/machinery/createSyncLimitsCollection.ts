import type { CollectionConfig } from 'payload'

import type { MachineryCollectionArgs } from './MachineryCollectionArgs.js'

import { defineMachineryCollection } from './defineMachineryCollection.js'

/**
 * How much clients asked of the REST routes lately, counted for all processes together. Nobody reads
 * it: it tells what others do.
 */
export const createSyncLimitsCollection = ({
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
      // Who, or what, is counted.
      { name: 'key', type: 'text', required: true, unique: true },
      { name: 'count', type: 'number' },
      // When counting begins anew.
      { name: 'resetsAt', type: 'date', index: true },
    ],
    graphQL: false,
    key: 'syncLimits',
    slugs,
    timestamps: false,
  })
