export { RecordProvenanceClient } from '../plugin/admin/RecordProvenance/index.client.js'

export { SyncNavLinkClient } from '../plugin/admin/SyncNavLink/index.client.js'
export { SyncViewClient } from '../plugin/admin/SyncView/index.client.js'
export { HiddenField } from '@payloadcms/ui'
