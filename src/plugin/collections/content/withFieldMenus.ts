import type { CollectionConfig, CustomComponent, Field } from 'payload'

/** Where Payload's import map finds the component; text, because config imports no components. */
const FIELD_SYNC_PATH = 'payload-plugin-sync/rsc#FieldSync'

/** Fields with a value of their own that Payload draws something below of. */
const TYPES: ReadonlySet<Field['type']> = new Set([
  'array',
  'blocks',
  'checkbox',
  'code',
  'date',
  'email',
  'json',
  'number',
  'point',
  'radio',
  'relationship',
  'richText',
  'select',
  'text',
  'textarea',
  'upload',
] as const)

/** What the plugin itself shows of a document. */
const NAMES: ReadonlySet<string> = new Set([
  'externalId',
  'lastSyncAt',
  'provider',
  'syncCheck',
  'syncStatus',
])

/**
 * A synced collection whose fields show how they stand towards the provider, below what the project
 * shows there itself. What nothing is known of shows nothing.
 */
export const withFieldMenus = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  fields: withMenus(collection.fields),
})

const withMenus = (fields: readonly Field[]): Field[] =>
  fields.map((field): Field => {
    // The rows of a list are decided with the list.
    if (field.type === 'tabs') {
      return {
        ...field,
        tabs: field.tabs.map((tab) => ({ ...tab, fields: withMenus(tab.fields) })),
      }
    }
    if (field.type === 'row' || field.type === 'collapsible' || field.type === 'group') {
      return { ...field, fields: withMenus(field.fields) } as Field
    }
    return isShown(field) ? withMenu(field) : field
  })

type Admin = {
  components?: { afterInput?: CustomComponent[] }
  disabled?: boolean
  hidden?: boolean
}

const readAdmin = (field: Field): Admin => (field.admin ?? {}) as Admin

const isShown = (field: Field): boolean =>
  TYPES.has(field.type) &&
  'name' in field &&
  !NAMES.has(field.name) &&
  !('virtual' in field && field.virtual) &&
  !('hidden' in field && field.hidden) &&
  !readAdmin(field).hidden &&
  !readAdmin(field).disabled

const withMenu = (field: Field): Field => {
  const admin = readAdmin(field)
  return {
    ...field,
    admin: {
      ...admin,
      components: {
        ...admin.components,
        afterInput: [...(admin.components?.afterInput ?? []), { path: FIELD_SYNC_PATH }],
      },
    },
  } as Field
}
