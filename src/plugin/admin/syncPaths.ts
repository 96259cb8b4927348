/** Where the view is, under Payload's admin route, unless the installer says otherwise. */
export const SYNC_VIEW_PATH = '/sync'

/** Where the report is, likewise. */
export const REPORT_VIEW_PATH = '/sync/report'

/** Where files are brought, likewise. */
export const IMPORT_VIEW_PATH = '/sync/import'

/** Where people choose what is synced of a provider, which comes behind it. */
export const CHOOSE_VIEW_PATH = '/sync/choose'

/** Where issues are listed by kind and reason. */
export const SYNC_ISSUES_PATH = '/sync/issues'

/** The endpoints the admin panel asks, under Payload's API route. */
export const SYNC_API_PATHS = {
  channels: '/sync/channels',
  choices: '/sync/choices',
  connections: '/sync/connections',
  deleted: '/sync/deleted',
  events: '/sync/events',
  export: '/sync/export',
  files: '/sync/files',
  history: '/sync/history',
  issues: '/sync/issues',
  logs: '/sync/logs',
  notifications: '/sync/notifications',
  providers: '/sync/providers',
  records: '/sync/records',
  refresh: '/sync/refresh',
  report: '/sync/report',
  schedulePreview: '/sync/schedules/check',
  schedules: '/sync/schedules',
  status: '/sync/status',
  trigger: '/sync/trigger',
} as const
