import type { Payload } from 'payload'

import { hasSync } from '../engine/Sync.js'

/** Whether the project has the plugin, switched on. */
export const isSyncOn = (payload: Payload): boolean => hasSync(payload)
