import type { CollectionConfig, Field } from 'payload'

import type { ContentKey, Slugs } from '../../options/collectionKeys.js'

import { groupLabel, label } from '../../translations/index.js'
import { providerFields } from './providerFields.js'

type DefineContentCollectionArgs = {
  admin: Pick<
    NonNullable<CollectionConfig['admin']>,
    'defaultColumns' | 'listSearchableFields' | 'useAsTitle'
  >
  defaultSort: string
  fields: Field[]
  key: ContentKey
  slugs: Slugs
}

/**
 * What the content collections have in common. Nobody creates a document by hand: its identity is
 * the provider's, and one made up could collide with the next record that arrives. For the same
 * reason documents are not duplicated. A project that wants its own overrides `access.create`.
 * All other access is Payload's default: people who are signed in.
 */
export const defineContentCollection = ({
  admin,
  defaultSort,
  fields,
  key,
  slugs,
}: DefineContentCollectionArgs): CollectionConfig => ({
  slug: slugs[key],
  access: { create: () => false },
  admin: { ...admin, group: groupLabel({ group: 'sports' }) },
  defaultSort,
  disableDuplicate: true,
  fields: [...fields, ...providerFields({ slugs })],
  indexes: [{ fields: ['provider', 'externalId'], unique: true }],
  labels: {
    plural: label(`collections:${key}:plural`),
    singular: label(`collections:${key}:singular`),
  },
  versions: false,
})
