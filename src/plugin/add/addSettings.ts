import type { SyncSettings } from '../../sync/engine/Sync.js'
import type { Step } from './Step.js'

import { DEFAULT_RULES } from '../../sync/engine/rules/ResourceRules.js'
import { SETTINGS_KEY } from '../../sync/engine/Sync.js'
import { withOwnConnections } from '../../sync/store/connections/withOwnConnections.js'
import { toNoticeSettings } from '../notifications/toChannels.js'
import { ACCESS_KEY } from '../options/findAccess.js'
import { findContent } from '../options/resolveContent.js'
import { toSubscribers } from './toSubscribers.js'

/** What the running plugin needs, kept where whoever holds a Payload instance finds it. */
export const addSettings: Step = ({ config, options }) => {
  const {
    absence,
    access,
    batchSize,
    beforeWrite,
    clock,
    content,
    providers,
    quota,
    retries,
    rules,
    slugs,
    worker,
  } = options
  const { onChange, onRunEnd, queue, scheduler, schedules, version } = options
  const notices = toNoticeSettings({ options: options.notifications, slugs })
  const { concurrency, enabled, overall, perConnection, perOwner, sliceMs, stallLimitMs } = worker
  const settings: SyncSettings = {
    absence,
    batchSize,
    beforeWrite,
    clock,
    directUrl: options.database.directUrl,
    files: options.files,
    limits: { overall, perOwner },
    liveReserve: quota.liveReserve,
    notices,
    perConnection,
    providers: new Map(providers.map((provider) => [provider.name, withOwnConnections(provider)])),
    queueSchema: queue.schema,
    retention: options.retention,
    retries,
    rulesOf: ({ provider, resource }) => rules.get(`${provider}.${resource}`) ?? DEFAULT_RULES,
    scheduler,
    schedules,
    sliceMs,
    slugOf: ({ collection, provider }) =>
      findContent({ name: collection, content, provider })?.slug ?? collection,
    slugs,
    stallLimitMs,
    subscribers: toSubscribers({ hasChannels: notices.channels.size > 0, onChange, onRunEnd }),
    version,
    worker: { concurrency, enabled },
  }
  return {
    ...config,
    custom: { ...config.custom, [ACCESS_KEY]: access, [SETTINGS_KEY]: settings },
  }
}
