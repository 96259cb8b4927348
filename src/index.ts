// First, so that it stands before anything that Node.js may leave half loaded.
import './plugin/cli/superviseCommand.js'

export { getSync } from './plugin/local/getSync.js'
export type { IssuesArgs, RefreshArgs, StartArgs, SyncApi } from './plugin/local/SyncApi.js'
export type {
  OnChange,
  OnChangeArgs,
  OnRunEnd,
  OnRunEndArgs,
} from './plugin/options/EventOptions.js'
export type {
  LiveCollectionOptions,
  LiveOptions,
  LiveWhere,
} from './plugin/options/live/LiveOptions.js'
export type {
  ChannelOptions,
  ChannelRules,
  EmailChannelOptions,
  EmailReceiver,
  FunctionChannelOptions,
  Notification,
  NotificationEvent,
  NotificationOptions,
  NotificationText,
  NotifyArgs,
  QuietHoursOptions,
  SendingRules,
  WebhookChannelOptions,
} from './plugin/options/notifications/NotificationOptions.js'
export type { ScheduleOptions } from './plugin/options/ScheduleOptions.js'
export type {
  AccessCheck,
  CollectionOptions,
  KitOptions,
  SyncPluginOptions,
} from './plugin/options/SyncPluginOptions.js'
export { syncPlugin } from './plugin/syncPlugin.js'
export { OptionsError } from './shared/errors/index.js'
export type { BeforeWrite, BeforeWriteArgs } from './sync/run/BeforeWrite.js'
export type { RecordChange } from './sync/run/RecordChange.js'
export type { Run } from './sync/run/Run.js'
export { startSync, stopSync } from './sync/runtime/startSync.js'
