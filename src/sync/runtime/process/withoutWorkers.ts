import type { SanitizedConfig } from 'payload'

import type { SyncSettings } from '../../engine/Sync.js'

import { SETTINGS_KEY } from '../../engine/Sync.js'

/**
 * The config of a process in which `onInit` starts neither workers nor clock, whatever the options
 * say: one that does a single command, or starts workers of its own.
 */
export const withoutWorkers = (config: SanitizedConfig): SanitizedConfig => {
  const settings = config.custom?.[SETTINGS_KEY] as SyncSettings | undefined
  if (!settings) {
    return config
  }
  return {
    ...config,
    custom: { ...config.custom, [SETTINGS_KEY]: { ...settings, isCommand: true } },
  }
}
