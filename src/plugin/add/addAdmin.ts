import type { Step } from './Step.js'

import { COMPONENT_PATHS } from '../admin/componentPaths.js'
import { SYNC_VIEW_PATH } from '../admin/syncPaths.js'

/** The view at `/admin/sync` and the link to it. */
export const addAdmin: Step = ({ config, options: { access, slugs } }) => {
  const components = config.admin?.components
  return {
    ...config,
    admin: {
      ...config.admin,
      components: {
        ...components,
        afterNavLinks: [
          ...(components?.afterNavLinks ?? []),
          { path: COMPONENT_PATHS.SyncNavLink, serverProps: { access } },
        ],
        views: {
          ...components?.views,
          sync: {
            Component: { path: COMPONENT_PATHS.SyncView, serverProps: { access, slugs } },
            meta: { title: 'Sync' },
            path: SYNC_VIEW_PATH,
          },
        },
      },
    },
  }
}
