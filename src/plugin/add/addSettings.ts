import type { SyncSettings } from '../../sync/engine/Sync.js'
import type { Step } from './Step.js'

import { SETTINGS_KEY } from '../../sync/engine/Sync.js'
import { CONTENT_KEYS } from '../collections/index.js'
import { ACCESS_KEY } from '../options/findAccess.js'

/** What the running plugin needs, kept where whoever holds a Payload instance finds it. */
export const addSettings: Step = ({ config, options }) => {
  const { absence, access, batchSize, clock, providers, quota, retries, slugs, worker } = options
  const { scheduler, schedules } = options
  const { concurrency, enabled, perConnection, sliceMs, stallLimitMs } = worker
  const contentSlugs = new Map<string, string>(CONTENT_KEYS.map((key) => [key, slugs[key]]))
  const settings: SyncSettings = {
    absence,
    batchSize,
    clock,
    liveReserve: quota.liveReserve,
    perConnection,
    providers: new Map(providers.map((provider) => [provider.name, provider])),
    retries,
    scheduler,
    schedules,
    sliceMs,
    // A resource names a content collection by its key, or one of the project's own by its slug.
    slugOf: (collection) => contentSlugs.get(collection) ?? collection,
    slugs,
    stallLimitMs,
    worker: { concurrency, enabled },
  }
  return {
    ...config,
    custom: { ...config.custom, [ACCESS_KEY]: access, [SETTINGS_KEY]: settings },
  }
}
