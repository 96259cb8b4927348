import type { CollectionConfig } from 'payload'

import type { Slugs } from '../../options/collectionKeys.js'

import { checkFields } from './checkFields.js'
import { providerFields } from './providerFields.js'

type WithProvenanceArgs = {
  collection: CollectionConfig
  /** Whether a resource that fills it notes when each record was looked at. */
  keepsChecks: boolean
  slugs: Slugs
}

/** A collection of the project's own that a provider fills, with the fields of a synced one. */
export const withProvenance = ({
  collection,
  keepsChecks,
  slugs,
}: WithProvenanceArgs): CollectionConfig => ({
  ...collection,
  fields: [
    ...collection.fields,
    // Not required: the project may have documents of its own beside the synced ones.
    ...providerFields({ slugs }).map((field) =>
      'required' in field ? { ...field, required: false } : field,
    ),
    ...(keepsChecks ? checkFields({ slugs }) : []),
  ],
  indexes: [...(collection.indexes ?? []), { fields: ['provider', 'externalId'], unique: true }],
})
