import type { CollectionConfig } from 'payload'

import type { MachineryCollectionArgs } from './MachineryCollectionArgs.js'

import { DEFAULT_CONNECTION } from '../../../sdk/connections/Connection.js'
import { limitQuotasToSight } from './connections/limitToSight.js'
import { defineMachineryCollection } from './defineMachineryCollection.js'

/** What is left of each budget of requests, counted for all processes together. */
export const createSyncQuotasCollection = ({
  access: { view: canView },
  adminUserSlug,
  providers,
  slugs,
}: MachineryCollectionArgs): CollectionConfig =>
  defineMachineryCollection({
    admin: { hidden: true, useAsTitle: 'name' },
    adminUserSlug,
    canView,
    fields: [
      { name: 'provider', type: 'text', required: true },
      { name: 'connection', type: 'text', defaultValue: DEFAULT_CONNECTION, required: true },
      { name: 'name', type: 'text', required: true },
      // Nothing until an answer told it.
      { name: 'limit', type: 'number' },
      { name: 'windowMs', type: 'number' },
      { name: 'available', type: 'number' },
      { name: 'resetsAt', type: 'date' },
      // The provider refused a request and takes none before this moment.
      { name: 'blockedUntil', type: 'date' },
      { name: 'inFlight', type: 'number', defaultValue: 0 },
      // Number of the newest request, and of the first one of the current window.
      { name: 'ticket', type: 'number', defaultValue: 0 },
      { name: 'windowTicket', type: 'number', defaultValue: 0 },
      // Where the forecast starts to measure.
      { name: 'paceSince', type: 'date' },
      { name: 'paceFrom', type: 'number' },
      { name: 'usedAt', type: 'date' },
    ],
    graphQL: false,
    indexes: [{ fields: ['provider', 'connection', 'name'], unique: true }],
    key: 'syncQuotas',
    limit: limitQuotasToSight(providers),
    slugs,
    timestamps: false,
  })
