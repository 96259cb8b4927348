import type { CollectionConfig } from 'payload'

import type { MachineryCollectionArgs } from '../MachineryCollectionArgs.js'

import { limitChecksToSight } from '../connections/limitToSight.js'
import { defineMachineryCollection } from '../defineMachineryCollection.js'

/**
 * When each record of some resources was last looked at, and how it stands. Apart from the sync
 * records and narrow, because a row of it is written for every record that a run reads.
 */
export const createSyncChecksCollection = ({
  access: { view: canView },
  adminUserSlug,
  providers,
  slugs,
}: MachineryCollectionArgs): CollectionConfig =>
  defineMachineryCollection({
    admin: { hidden: true, useAsTitle: 'externalId' },
    adminUserSlug,
    canView,
    fields: [
      { name: 'provider', type: 'text', required: true },
      { name: 'resource', type: 'text', required: true },
      { name: 'externalId', type: 'text', required: true },
      // One of `CHECK_STATUSES`, for people as the select field of a document that shows it.
      { name: 'status', type: 'text', defaultValue: 'PENDING', index: true, required: true },
      { name: 'checkedAt', type: 'date', index: true },
    ],
    graphQL: false,
    indexes: [{ fields: ['provider', 'resource', 'externalId'], unique: true }],
    key: 'syncChecks',
    limit: limitChecksToSight(providers),
    slugs,
    timestamps: false,
  })
