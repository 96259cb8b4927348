import type { CollectionConfig } from 'payload'

import type { Slugs } from '../../options/collectionKeys.js'

import { providerFields } from './providerFields.js'

type WithProvenanceArgs = { collection: CollectionConfig; slugs: Slugs }

/** A collection of the project's own that a provider fills, with the fields of a synced one. */
export const withProvenance = ({ collection, slugs }: WithProvenanceArgs): CollectionConfig => ({
  ...collection,
  fields: [
    ...collection.fields,
    // Not required: the project may have documents of its own beside the synced ones.
    ...providerFields({ slugs }).map((field) =>
      'required' in field ? { ...field, required: false } : field,
    ),
  ],
  indexes: [...(collection.indexes ?? []), { fields: ['provider', 'externalId'], unique: true }],
})
