import type { CollectionConfig } from 'payload'

/** Where Payload's import map finds the component; text, because config imports no components. */
const COLLECTION_SYNC_PATH = 'payload-plugin-sync/rsc#CollectionSync'

type WithListHeaderArgs = { collection: CollectionConfig; logsSlug: string }

/** A collection whose list says how fresh it is, above what the project shows there itself. */
export const withListHeader = ({ collection, logsSlug }: WithListHeaderArgs): CollectionConfig => {
  const { admin } = collection
  return {
    ...collection,
    admin: {
      ...admin,
      components: {
        ...admin?.components,
        beforeListTable: [
          { path: COLLECTION_SYNC_PATH, serverProps: { logsSlug } },
          ...(admin?.components?.beforeListTable ?? []),
        ],
      },
    },
  }
}
