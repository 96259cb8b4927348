import type { CollectionConfig } from 'payload'

import type { MachineryCollectionArgs } from './MachineryCollectionArgs.js'

import { DEFAULT_CONNECTION } from '../../../sdk/connections/Connection.js'
import { limitToSight } from './connections/limitToSight.js'
import { defineMachineryCollection } from './defineMachineryCollection.js'

/** What is remembered of a resource from run to run. */
export const createSyncStatesCollection = ({
  access: { view: canView },
  adminUserSlug,
  slugs,
}: MachineryCollectionArgs): CollectionConfig =>
  defineMachineryCollection({
    admin: { hidden: true, useAsTitle: 'resource' },
    adminUserSlug,
    canView,
    fields: [
      { name: 'provider', type: 'text', required: true },
      { name: 'resource', type: 'text', required: true },
      { name: 'connection', type: 'text', defaultValue: DEFAULT_CONNECTION, required: true },
      // Start of the last completed run: what changed later is what the next one asks for.
      { name: 'since', type: 'date' },
      { name: 'lastSuccessAt', type: 'date' },
      { name: 'lastFailureAt', type: 'date' },
      { name: 'lastError', type: 'text' },
      { name: 'consecutiveFailures', type: 'number', defaultValue: 0 },
      // Of every run that ever ended, also of those whose logs were deleted since. Nothing until the
      // first one ends: then those that an earlier version left are counted.
      {
        name: 'totals',
        type: 'group',
        fields: [
          { name: 'completed', type: 'number' },
          { name: 'partial', type: 'number' },
          { name: 'failed', type: 'number' },
          { name: 'durationMs', type: 'number' },
        ],
      },
    ],
    graphQL: false,
    indexes: [{ fields: ['provider', 'resource', 'connection'], unique: true }],
    key: 'syncStates',
    limit: limitToSight,
    slugs,
    timestamps: false,
  })
