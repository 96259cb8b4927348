import type { CollectionConfig, PayloadRequest } from 'payload'

import type { Slugs } from '../../options/collectionKeys.js'
import type { ContentCollection } from '../../options/resolveContent.js'

import { groupLabel } from '../../translations/index.js'
import { CHECK_COLUMNS, checkFields } from './checkFields.js'
import { createPublicRead } from './createPublicRead.js'
import { createPersonalAccess } from './personal/createPersonalAccess.js'
import { nameManualEntry } from './personal/nameManualEntry.js'
import { personalFields } from './personal/personalFields.js'
import { providerFields } from './providerFields.js'

type CreateContentCollectionArgs = {
  /** The collection whose users sign in to the admin panel. */
  adminUserSlug: string
  collection: ContentCollection
  /** Every content collection of the project, to find the slugs that this one relates to. */
  content: readonly ContentCollection[]
  /** Whether the project's config has a rich text editor. */
  hasEditor: boolean
  /** Whether a resource that fills it notes when each record was looked at. */
  keepsChecks: boolean
  slugs: Slugs
}

/**
 * The collection of a kit, with what all content collections have in common. Nobody creates a
 * document by hand: its identity is the provider's, and one made up could collide with the next
 * record that arrives. For the same reason documents are not duplicated. A project that wants its
 * own overrides `access.create`. Who signs in to the admin panel edits and deletes; a project's
 * customers, who sign in elsewhere, do not. Everybody reads what is published where the project says
 * so. Documents that belong to one person each are their owners', who may enter some of their own.
 * All other access is the kit's, or Payload's default: people who are signed in.
 */
export const createContentCollection = ({
  adminUserSlug,
  collection: { slug, isPublic, key, kit },
  content,
  hasEditor,
  keepsChecks,
  slugs,
}: CreateContentCollectionArgs): CollectionConfig => {
  const { create, isPersonal, publicWhere } = kit.collections.get(key)!
  const created = create({
    hasEditor,
    slugs: Object.fromEntries(
      content.filter((other) => other.kit === kit).map((other) => [other.key, other.slug]),
    ),
  })
  const isEditor = ({ req }: { req: PayloadRequest }): boolean =>
    req.user?.collection === adminUserSlug
  const isHiddenFrom = isPublic
    ? (args: { req: PayloadRequest }): boolean => !isEditor(args)
    : undefined
  const fields = [
    ...created.fields,
    ...(isPersonal ? personalFields({ adminUserSlug }) : []),
    ...providerFields({ isHiddenFrom, isNamedByHook: isPersonal, slugs }),
  ]
  return {
    disableDuplicate: true,
    versions: false,
    ...created,
    slug,
    access: {
      create: () => false,
      delete: isEditor,
      update: isEditor,
      ...(isPersonal && createPersonalAccess({ adminUserSlug })),
      ...created.access,
      ...(isPublic && { read: createPublicRead({ slug, isEditor, publicWhere }) }),
    },
    admin: {
      group: groupLabel({ group: 'content' }),
      ...created.admin,
      ...(keepsChecks &&
        created.admin?.defaultColumns && {
          defaultColumns: [...created.admin.defaultColumns, ...CHECK_COLUMNS],
        }),
    },
    fields: [...fields, ...(keepsChecks ? checkFields({ isHiddenFrom, slugs }) : [])],
    ...(isPersonal && {
      hooks: {
        ...created.hooks,
        beforeValidate: [nameManualEntry, ...(created.hooks?.beforeValidate ?? [])],
      },
    }),
    indexes: [...(created.indexes ?? []), { fields: ['provider', 'externalId'], unique: true }],
  }
}
