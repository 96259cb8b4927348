export { RecordProvenance } from '../plugin/admin/RecordProvenance/index.js'
export { SyncNavLink } from '../plugin/admin/SyncNavLink/index.js'
export { SyncView } from '../plugin/admin/SyncView/index.js'
