import type { AccessCheck } from './SyncPluginOptions.js'

/** Nobody. */
export const denyAll: AccessCheck = () => false
