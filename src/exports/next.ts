export type { RevalidateAfterSyncArgs } from '../plugin/next/revalidateAfterSync.js'
export { revalidateAfterSync } from '../plugin/next/revalidateAfterSync.js'
export { revalidateRoute } from '../plugin/next/revalidateRoute.js'
