import type { CollectionConfig } from 'payload'

import type { Slugs } from '../../options/collectionKeys.js'

/** Where Payload's import map finds the component; text, because config imports no components. */
const ISSUE_VIEW_PATH = 'payload-plugin-sync/rsc#IssueView'

type WithIssuePageArgs = { collection: CollectionConfig; slugs: Slugs }

/** The issues with a page for each in place of a form that nobody may change. */
export const withIssuePage = ({ collection, slugs }: WithIssuePageArgs): CollectionConfig => {
  const { admin } = collection
  return {
    ...collection,
    admin: {
      ...admin,
      components: {
        ...admin?.components,
        views: {
          ...admin?.components?.views,
          edit: { default: { Component: { path: ISSUE_VIEW_PATH, serverProps: { slugs } } } },
        },
      },
    },
  }
}
