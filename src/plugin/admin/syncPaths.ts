/** Where the view is, under Payload's admin route, unless the installer says otherwise. */
export const SYNC_VIEW_PATH = '/sync'

/** Where the report is, likewise. */
export const REPORT_VIEW_PATH = '/sync/report'

/** The endpoints the admin panel asks, under Payload's API route. */
export const SYNC_API_PATHS = {
  connections: '/sync/connections',
  events: '/sync/events',
  export: '/sync/export',
  history: '/sync/history',
  logs: '/sync/logs',
  providers: '/sync/providers',
  refresh: '/sync/refresh',
  report: '/sync/report',
  schedulePreview: '/sync/schedules/check',
  schedules: '/sync/schedules',
  status: '/sync/status',
  trigger: '/sync/trigger',
} as const
