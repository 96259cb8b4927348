export { RecordProvenanceClient } from '../plugin/admin/RecordProvenance/index.client.js'

export { ScheduleChoice } from '../plugin/admin/ScheduleChoice/index.client.js'
export { ScheduleOutlook } from '../plugin/admin/ScheduleOutlook/index.client.js'
export { ScheduleSwitch } from '../plugin/admin/ScheduleSwitch/index.client.js'
export { SyncNavLinkClient } from '../plugin/admin/SyncNavLink/index.client.js'
export { SyncViewClient } from '../plugin/admin/SyncView/index.client.js'
export { HiddenField } from '@payloadcms/ui'
