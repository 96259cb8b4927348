import type { CollectionConfig } from 'payload'

import type { Slugs } from '../../../options/collectionKeys.js'

import { toTranslate } from '../../../translations/index.js'

/** Where Payload's import map finds the component; text, because config imports no components. */
const RUN_VIEW_PATH = 'payload-plugin-sync/rsc#RunView'
const EXPORT_LINKS_PATH = 'payload-plugin-sync/client#ExportLinks'

type WithRunPageArgs = { collection: CollectionConfig; slugs: Slugs }

/** The logs with an export, and a page for each run in place of a form that nobody may change. */
export const withRunPage = ({ collection, slugs }: WithRunPageArgs): CollectionConfig => {
  const { admin } = collection
  return {
    ...collection,
    admin: {
      ...admin,
      components: {
        ...admin?.components,
        beforeListTable: [
          { clientProps: { collectionSlug: collection.slug }, path: EXPORT_LINKS_PATH },
          ...(admin?.components?.beforeListTable ?? []),
        ],
        views: {
          ...admin?.components?.views,
          edit: {
            default: {
              Component: { path: RUN_VIEW_PATH, serverProps: { slugs } },
              tab: { label: ({ t }) => toTranslate(t)('fields:run') },
            },
          },
        },
      },
    },
  }
}
