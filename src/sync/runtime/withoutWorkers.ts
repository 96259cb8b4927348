import type { SanitizedConfig } from 'payload'

import type { SyncSettings } from '../engine/Sync.js'

import { SETTINGS_KEY } from '../engine/Sync.js'

/**
 * The config of a process in which `onInit` starts no workers, whatever the options say: one that
 * does a single command, or starts workers of its own.
 */
export const withoutWorkers = (config: SanitizedConfig): SanitizedConfig => {
  const settings = config.custom?.[SETTINGS_KEY] as SyncSettings | undefined
  if (!settings) {
    return config
  }
  const worker = { ...settings.worker, enabled: false }
  return { ...config, custom: { ...config.custom, [SETTINGS_KEY]: { ...settings, worker } } }
}
