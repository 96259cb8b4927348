import type { CollectionConfig } from 'payload'

import type { MachineryCollectionArgs } from '../MachineryCollectionArgs.js'

import { DURATION_BOUNDS, toBoundName } from '../../../../sync/run/DURATION_BOUNDS.js'
import { COUNT_NAMES } from '../../../../sync/run/Run.js'
import { defineMachineryCollection } from '../defineMachineryCollection.js'

/**
 * What all runs that ever ended came to, for the metrics: also those whose logs were deleted since.
 * Nobody reads it: it speaks of the connections of everybody.
 */
export const createSyncTotalsCollection = ({
  access: { view: canView },
  adminUserSlug,
  slugs,
}: MachineryCollectionArgs): CollectionConfig =>
  defineMachineryCollection({
    access: { read: () => false },
    admin: { hidden: true, useAsTitle: 'resource' },
    adminUserSlug,
    canView,
    fields: [
      { name: 'provider', type: 'text', required: true },
      { name: 'resource', type: 'text', required: true },
      { name: 'mode', type: 'text', required: true },
      { name: 'status', type: 'text', required: true },
      { name: 'runs', type: 'number', defaultValue: 0 },
      { name: 'requests', type: 'number', defaultValue: 0 },
      { name: 'seconds', type: 'number', defaultValue: 0 },
      {
        // How many took so many seconds or less.
        name: 'within',
        type: 'group',
        fields: DURATION_BOUNDS.map((bound) => ({
          name: toBoundName(bound),
          type: 'number',
          defaultValue: 0,
        })),
      },
      {
        name: 'counts',
        type: 'group',
        fields: COUNT_NAMES.map((name) => ({ name, type: 'number', defaultValue: 0 })),
      },
    ],
    graphQL: false,
    indexes: [{ fields: ['provider', 'resource', 'mode', 'status'], unique: true }],
    key: 'syncTotals',
    slugs,
    timestamps: false,
  })
