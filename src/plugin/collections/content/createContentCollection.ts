import type { CollectionConfig } from 'payload'

import type { Slugs } from '../../options/collectionKeys.js'
import type { ContentCollection } from '../../options/resolveContent.js'

import { groupLabel } from '../../translations/index.js'
import { providerFields } from './providerFields.js'

type CreateContentCollectionArgs = {
  collection: ContentCollection
  /** Every content collection of the project, to find the slugs that this one relates to. */
  content: readonly ContentCollection[]
  /** Whether the project's config has a rich text editor. */
  hasEditor: boolean
  slugs: Slugs
}

/**
 * The collection of a kit, with what all content collections have in common. Nobody creates a
 * document by hand: its identity is the provider's, and one made up could collide with the next
 * record that arrives. For the same reason documents are not duplicated. A project that wants its
 * own overrides `access.create`. All other access is the kit's, or Payload's default: people who
 * are signed in.
 */
export const createContentCollection = ({
  collection: { slug, key, kit },
  content,
  hasEditor,
  slugs,
}: CreateContentCollectionArgs): CollectionConfig => {
  const created = kit.collections.get(key)!.create({
    hasEditor,
    slugs: Object.fromEntries(
      content.filter((other) => other.kit === kit).map((other) => [other.key, other.slug]),
    ),
  })
  return {
    disableDuplicate: true,
    versions: false,
    ...created,
    slug,
    access: { create: () => false, ...created.access },
    admin: { group: groupLabel({ group: 'content' }), ...created.admin },
    fields: [...created.fields, ...providerFields({ slugs })],
    indexes: [...(created.indexes ?? []), { fields: ['provider', 'externalId'], unique: true }],
  }
}
