import type { CollectionConfig } from 'payload'

const COMPONENT = 'payload-plugin-sync/client#ChannelTests'

/** The log of deliveries with a button for each channel that sends a test. */
export const withChannelTests = ({
  collection,
}: {
  collection: CollectionConfig
}): CollectionConfig => ({
  ...collection,
  admin: {
    ...collection.admin,
    components: {
      ...collection.admin?.components,
      beforeListTable: [...(collection.admin?.components?.beforeListTable ?? []), COMPONENT],
    },
  },
})
