import type { KitPageFacts } from '../admin/kit/KitPageFacts.js'
import type { Step, StepArgs } from './Step.js'

import { COMPONENT_PATHS } from '../admin/componentPaths.js'
import {
  CHOOSE_VIEW_PATH,
  IMPORT_VIEW_PATH,
  REPORT_VIEW_PATH,
  SYNC_ISSUES_PATH,
  SYNC_VIEW_PATH,
} from '../admin/syncPaths.js'
import { label } from '../translations/index.js'

const WIDGET_SLUG = 'sync'

/** The view at `/admin/sync`, the link to it, the bell, and the widget for the dashboard. */
export const addAdmin: Step = ({ config, options: { access, content, notifications, slugs } }) => {
  const pages = listPages({ access, content })
  const components = config.admin?.components
  const dashboard = config.admin?.dashboard
  return {
    ...config,
    admin: {
      ...config.admin,
      components: {
        ...components,
        ...(notifications?.admin !== false && {
          actions: [
            ...(components?.actions ?? []),
            { path: COMPONENT_PATHS.NotificationBell, serverProps: { access, slugs } },
          ],
        }),
        afterNavLinks: [
          ...(components?.afterNavLinks ?? []),
          { path: COMPONENT_PATHS.SyncNavLink, serverProps: { access } },
          ...(pages.length > 0
            ? [{ path: COMPONENT_PATHS.KitNavLinks, serverProps: { pages } }]
            : []),
        ],
        views: {
          ...components?.views,
          sync: {
            Component: { path: COMPONENT_PATHS.SyncView, serverProps: { access, slugs } },
            exact: true,
            meta: { title: 'Sync' },
            path: SYNC_VIEW_PATH,
          },
          syncChoose: {
            Component: { path: COMPONENT_PATHS.ChooseView, serverProps: { access } },
            exact: true,
            meta: { title: 'Choose what to sync' },
            path: `${CHOOSE_VIEW_PATH}/:provider`,
          },
          syncImport: {
            Component: { path: COMPONENT_PATHS.ImportView, serverProps: { access, slugs } },
            exact: true,
            meta: { title: 'Import a file' },
            path: IMPORT_VIEW_PATH,
          },
          syncIssues: {
            Component: { path: COMPONENT_PATHS.IssuesView, serverProps: { access, slugs } },
            exact: true,
            meta: { title: 'Sync issues' },
            path: SYNC_ISSUES_PATH,
          },
          syncReport: {
            Component: { path: COMPONENT_PATHS.ReportView, serverProps: { access, slugs } },
            exact: true,
            meta: { title: 'Sync report' },
            path: REPORT_VIEW_PATH,
          },
          ...Object.fromEntries(
            pages.map((page) => [
              `${page.kit}${page.path}`,
              {
                Component: { path: COMPONENT_PATHS.KitPageView, serverProps: { page } },
                path: page.path,
              },
            ]),
          ),
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
      dependencies: {
        ...config.admin?.dependencies,
        // Payload's import map finds only what the config names.
        ...Object.fromEntries(
          pages.map(({ component }) => [
            component,
            { type: 'component' as const, path: component },
          ]),
        ),
      },
    },
  }
}

type ListPagesArgs = Pick<StepArgs['options'], 'access' | 'content'>

/** The pages of the kits that providers bring, with the slugs their collections have here. */
const listPages = ({ access, content }: ListPagesArgs): KitPageFacts[] =>
  [...new Set(content.map(({ kit }) => kit))].flatMap(({ name: kit, pages }) =>
    pages.map((page) => ({
      ...page,
      access,
      kit,
      slugs: Object.fromEntries(
        content.filter((one) => one.kit.name === kit).map(({ slug, key }) => [key, slug]),
      ),
    })),
  )
