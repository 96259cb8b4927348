import type { CollectionConfig } from 'payload'

/** The collection of a project that the guide's travel log fills. */
export const TRIPS: CollectionConfig = {
  slug: 'trips',
  fields: [
    { name: 'name', type: 'text' },
    { name: 'place', type: 'text' },
  ],
}
