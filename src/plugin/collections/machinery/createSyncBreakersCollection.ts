import type { CollectionConfig } from 'payload'

import type { MachineryCollectionArgs } from './MachineryCollectionArgs.js'

import { DEFAULT_CONNECTION } from '../../../sdk/connections/Connection.js'
import { limitToSight } from './connections/limitToSight.js'
import { defineMachineryCollection } from './defineMachineryCollection.js'

/** Which providers do not answer, so that not every process has to find out. */
export const createSyncBreakersCollection = ({
  access: { view: canView },
  adminUserSlug,
  slugs,
}: MachineryCollectionArgs): CollectionConfig =>
  defineMachineryCollection({
    admin: { hidden: true, useAsTitle: 'provider' },
    adminUserSlug,
    canView,
    fields: [
      { name: 'provider', type: 'text', required: true },
      { name: 'connection', type: 'text', defaultValue: DEFAULT_CONNECTION, required: true },
      // Requests in a row that failed in all their attempts.
      { name: 'failures', type: 'number', defaultValue: 0 },
      // Nobody asks before this moment; whoever comes first then asks for all.
      { name: 'openUntil', type: 'date' },
      { name: 'isProbing', type: 'checkbox', defaultValue: false },
      { name: 'reason', type: 'text' },
    ],
    graphQL: false,
    indexes: [{ fields: ['provider', 'connection'], unique: true }],
    key: 'syncBreakers',
    limit: limitToSight,
    slugs,
    timestamps: false,
  })
