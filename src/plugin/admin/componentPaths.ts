/** Where Payload's import map finds the components of the sync page. */
export const COMPONENT_PATHS = {
  SyncNavLink: 'payload-plugin-sync/rsc#SyncNavLink',
  SyncView: 'payload-plugin-sync/rsc#SyncView',
} as const
