/** Where Payload's import map finds the components; text, because config imports no components. */
export const COMPONENT_PATHS = {
  ChooseView: 'payload-plugin-sync/rsc#ChooseView',
  ImportView: 'payload-plugin-sync/rsc#ImportView',
  IssuesView: 'payload-plugin-sync/rsc#IssuesView',
  KitNavLinks: 'payload-plugin-sync/rsc#KitNavLinks',
  KitPageView: 'payload-plugin-sync/rsc#KitPageView',
  NotificationBell: 'payload-plugin-sync/rsc#NotificationBell',
  ReportView: 'payload-plugin-sync/rsc#ReportView',
  SyncNavLink: 'payload-plugin-sync/rsc#SyncNavLink',
  SyncView: 'payload-plugin-sync/rsc#SyncView',
  SyncWidget: 'payload-plugin-sync/rsc#SyncWidget',
} as const
