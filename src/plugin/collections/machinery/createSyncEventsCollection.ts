import type { CollectionConfig } from 'payload'

import type { MachineryCollectionArgs } from './MachineryCollectionArgs.js'

import { defineMachineryCollection } from './defineMachineryCollection.js'

/** What happened and is still to be told: a row for each event and each who wants to hear it. */
export const createSyncEventsCollection = ({
  access: { view: canView },
  adminUserSlug,
  slugs,
}: MachineryCollectionArgs): CollectionConfig =>
  defineMachineryCollection({
    admin: { hidden: true, useAsTitle: 'name' },
    adminUserSlug,
    canView,
    fields: [
      { name: 'subscriber', type: 'text', required: true },
      { name: 'name', type: 'text', required: true },
      // Of two events with the same cause the first one is kept.
      { name: 'cause', type: 'text' },
      // Told one after another, by their positions.
      { name: 'stream', type: 'text', required: true },
      { name: 'position', type: 'number', required: true },
      { name: 'data', type: 'json' },
      { name: 'dueAt', type: 'date', required: true },
      // Until then a process is about to deliver it.
      { name: 'lockedUntil', type: 'date' },
      { name: 'failures', type: 'number', defaultValue: 0 },
      // Why it could not be delivered.
      { name: 'error', type: 'text' },
    ],
    graphQL: false,
    indexes: [
      { fields: ['subscriber', 'cause'], unique: true },
      { fields: ['stream', 'position'] },
      { fields: ['dueAt'] },
    ],
    key: 'syncEvents',
    slugs,
  })
