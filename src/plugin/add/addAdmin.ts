import type { Step } from './Step.js'

import { COMPONENT_PATHS } from '../admin/componentPaths.js'
import { SYNC_VIEW_PATH } from '../admin/syncPaths.js'
import { label } from '../translations/index.js'

const WIDGET_SLUG = 'sync'

/** The view at `/admin/sync`, the link to it, and the widget for the dashboard. */
export const addAdmin: Step = ({ config, options: { access, slugs } }) => {
  const components = config.admin?.components
  const dashboard = config.admin?.dashboard
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
      dashboard: {
        // Whoever arranges the dashboard adds it, as everybody can for themselves in the panel.
        defaultLayout: [
          { widgetSlug: WIDGET_SLUG, width: 'full' },
          { widgetSlug: 'collections', width: 'full' },
        ],
        ...dashboard,
        widgets: [
          ...(dashboard?.widgets ?? []),
          {
            slug: WIDGET_SLUG,
            Component: {
              path: COMPONENT_PATHS.SyncWidget,
              serverProps: { logsSlug: slugs.syncLogs },
            },
            label: label('widget:label'),
            minWidth: 'small',
          },
        ],
      },
    },
  }
}
