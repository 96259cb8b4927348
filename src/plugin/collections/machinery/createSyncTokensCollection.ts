import type { CollectionConfig } from 'payload'

import type { MachineryCollectionArgs } from './MachineryCollectionArgs.js'

import { DEFAULT_CONNECTION } from '../../../sdk/connections/Connection.js'
import { defineMachineryCollection } from './defineMachineryCollection.js'

/** How connections are signed in, for all processes together. Nobody reads it but the sync. */
export const createSyncTokensCollection = ({
  access: { view: canView },
  adminUserSlug,
  slugs,
}: MachineryCollectionArgs): CollectionConfig =>
  defineMachineryCollection({
    access: { read: () => false },
    admin: { hidden: true, useAsTitle: 'provider' },
    adminUserSlug,
    canView,
    fields: [
      { name: 'provider', type: 'text', required: true },
      { name: 'connection', type: 'text', defaultValue: DEFAULT_CONNECTION, required: true },
      // The tokens, and which credentials they were got with; encrypted.
      { name: 'sealed', type: 'text', access: { read: () => false }, hidden: true },
      { name: 'status', type: 'text', defaultValue: 'ok' },
      // Renewals refused in a row.
      { name: 'failures', type: 'number', defaultValue: 0 },
      { name: 'reason', type: 'textarea' },
      // Counts sign-ins and renewals.
      { name: 'version', type: 'number', defaultValue: 0 },
      // Who signs in or renews at the moment, and until when nobody else does.
      { name: 'turn', type: 'text' },
      { name: 'turnUntil', type: 'date' },
      { name: 'changedAt', type: 'date' },
    ],
    graphQL: false,
    indexes: [{ fields: ['provider', 'connection'], unique: true }],
    key: 'syncTokens',
    slugs,
    timestamps: false,
  })
