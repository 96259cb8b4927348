import type { CollectionConfig, Field, Where } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { MachineryKey } from '../../options/collectionKeys.js'
import type { AccessCheck } from '../../options/SyncPluginOptions.js'
import type { MachineryCollectionArgs } from './MachineryCollectionArgs.js'

import { TABLE_NAMES } from '../../../sync/store/Database.js'
import { groupLabel, label } from '../../translations/index.js'
import { readSight } from '../readSight.js'

type DefineMachineryCollectionArgs = {
  /** What people may do besides reading all of it. @default nothing */
  access?: Pick<NonNullable<CollectionConfig['access']>, 'create' | 'delete' | 'read' | 'update'>
  canView: AccessCheck
  key: MachineryKey
  /** What of it somebody may read. @default all */
  limit?: (sight: Sight) => true | Where
} & Omit<CollectionConfig, 'access' | 'labels' | 'slug'> &
  Pick<MachineryCollectionArgs, 'adminUserSlug' | 'slugs'>

/**
 * What the machinery collections have in common: people who may see the sync view read them, and
 * nobody changes them where nothing else is said. The sync, which overrides access, is the only
 * writer then.
 */
export const defineMachineryCollection = ({
  access,
  admin,
  adminUserSlug,
  canView,
  fields,
  key,
  limit = () => true,
  slugs,
  ...rest
}: DefineMachineryCollectionArgs): CollectionConfig => ({
  ...rest,
  slug: slugs[key],
  access: {
    create: () => false,
    delete: () => false,
    read: async ({ req }) =>
      req.user?.collection === adminUserSlug &&
      (await canView({ req })) &&
      limit(await readSight({ req })),
    update: () => false,
    ...access,
  },
  admin: { ...admin, group: groupLabel({ group: 'sync' }) },
  // Bulk statements go straight to the table; its name does not follow the slug.
  dbName: TABLE_NAMES[key],
  disableDuplicate: true,
  fields: fields.map(withName),
  labels: {
    plural: label(`collections:${key}:plural`),
    singular: label(`collections:${key}:singular`),
  },
  // Nobody edits these, and a lock would be one more write per visit.
  lockDocuments: false,
  versions: false,
})

const CELL = 'payload-plugin-sync/client#ConnectionCell'

/** Providers and resources stand in lists by the names that people know. */
const withName = (field: Field): Field => {
  if (field.type === 'row') {
    return { ...field, fields: field.fields.map(withName) }
  }
  return field.type === 'text' && (field.name === 'provider' || field.name === 'resource')
    ? {
        ...field,
        admin: { ...field.admin, components: { Cell: CELL, ...field.admin?.components } },
      }
    : field
}
