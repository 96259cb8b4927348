import type { CollectionConfig } from 'payload'

import type { MachineryCollectionArgs } from '../MachineryCollectionArgs.js'

import { defineMachineryCollection } from '../defineMachineryCollection.js'

/** What people chose to sync, where the config leaves it open. It is read and saved by its page. */
export const createSyncChoicesCollection = ({
  access: { view: canView },
  adminUserSlug,
  slugs,
}: MachineryCollectionArgs): CollectionConfig =>
  defineMachineryCollection({
    access: { read: () => false },
    admin: { hidden: true, useAsTitle: 'what' },
    adminUserSlug,
    canView,
    fields: [
      { name: 'provider', type: 'text', required: true },
      // As the provider names it in `discover`.
      { name: 'what', type: 'text', required: true },
      { name: 'chosen', type: 'json', required: true },
      { name: 'chosenAt', type: 'date', required: true },
      // As text: users of two collections can have one id.
      {
        name: 'chooser',
        type: 'group',
        fields: [
          { name: 'collection', type: 'text' },
          { name: 'user', type: 'text' },
        ],
      },
    ],
    graphQL: false,
    indexes: [{ fields: ['provider', 'what'], unique: true }],
    key: 'syncChoices',
    slugs,
    timestamps: false,
  })
