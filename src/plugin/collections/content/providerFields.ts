import type { Field, FieldHook, PayloadRequest, TextField } from 'payload'

import type { Slugs } from '../../options/collectionKeys.js'

import { keepLanguages } from '../../../sync/operations/saves/keepPresent.js'
import { label } from '../../translations/index.js'

/** Where Payload's import map finds the components; text, because config imports no components. */
const RECORD_PROVENANCE_PATH = 'payload-plugin-sync/rsc#RecordProvenance'
const HIDDEN_FIELD_PATH = 'payload-plugin-sync/client#HiddenField'

type ProviderFieldsArgs = {
  /** From whom the two names are kept. @default nobody who may read the document */
  isHiddenFrom?: ((args: { req: PayloadRequest }) => boolean) | undefined
  /** Whether people enter documents as well, which a hook names. @default false */
  isNamedByHook?: boolean
  slugs: Slugs
}

/**
 * Who a document came from, for the sidebar. The two names are the document's identity, so nobody
 * changes them through the API or the form; the sync, which overrides access, writes them. The form
 * shows them once, in the component; they stay columns and filters of the list.
 */
export const providerFields = ({
  isHiddenFrom,
  isNamedByHook = false,
  slugs,
}: ProviderFieldsArgs): Field[] => [
  {
    name: 'sync',
    type: 'ui',
    admin: {
      components: {
        Field: { path: RECORD_PROVENANCE_PATH, serverProps: { slugs } },
      },
      disableBulkEdit: true,
      disableListColumn: true,
      position: 'sidebar',
    },
  },
  identityField({ name: 'provider', isHiddenFrom, isNamedByHook }),
  identityField({
    name: 'externalId',
    hooks: { beforeChange: [mergePresent] },
    isHiddenFrom,
    isNamedByHook,
  }),
]

/**
 * A field is asked before Payload merges the languages, which a collection's hooks are not shown.
 * Any field of the plugin's own would do.
 */
const mergePresent: FieldHook = ({
  collection,
  operation,
  originalDoc,
  req,
  siblingDocWithLocales,
}) => {
  const { id } = (originalDoc ?? {}) as { id?: number | string }
  if (operation === 'update' && collection && id !== undefined && siblingDocWithLocales) {
    keepLanguages({ id, collection: collection.slug, docWithLocales: siblingDocWithLocales, req })
  }
}

type IdentityFieldArgs = {
  hooks?: TextField['hooks']
  name: 'externalId' | 'provider'
} & Pick<ProviderFieldsArgs, 'isHiddenFrom' | 'isNamedByHook'>

const identityField = ({
  name,
  hooks = {},
  isHiddenFrom,
  isNamedByHook = false,
}: IdentityFieldArgs): Field => ({
  name,
  type: 'text',
  access: {
    ...(isHiddenFrom && { read: (args) => !isHiddenFrom(args) }),
    ...(isNamedByHook && { create: () => false }),
    update: () => false,
  },
  admin: {
    components: { Field: HIDDEN_FIELD_PATH },
    disableBulkEdit: true,
    position: 'sidebar',
    readOnly: true,
  },
  hooks,
  // The index of both begins with the provider. Where nobody has analyzed the table yet, one of the
  // provider alone would be preferred to it, and read all rows for each record that is looked up.
  index: name === 'externalId',
  label: label(`fields:${name}`),
  // Whoever enters one by GraphQL need not say what the hook says.
  required: !isNamedByHook,
})
