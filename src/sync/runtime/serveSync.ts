import type { Payload } from 'payload'

import { isSyncError } from '../../shared/errors/index.js'
import { getSync } from '../engine/Sync.js'
import { isBuilding } from './process/isBuilding.js'
import { isServing } from './process/isServing.js'
import { onShutdown } from './process/onShutdown.js'
import { ensureTicker, startSync, stopSync } from './startSync.js'

/** Instances whose database connection is not fit for workers; they are told once. */
const refused = new WeakSet<Payload>()

/** Instances that are stopped when the process is told to end. */
const heeded = new WeakSet<Payload>()

/**
 * Starts the workers and the clock if this process should have them, and stops them when it is told
 * to end. For `onInit`, and for every first contact after it: Payload does not call `onInit` again
 * when the database was away the first time.
 */
export const serveSync = async ({ payload }: { payload: Payload }): Promise<void> => {
  const { isCommand, scheduler, worker } = getSync(payload)
  const isWanted = (enabled: 'auto' | boolean): boolean =>
    !isCommand && !isBuilding() && (enabled === true || (enabled === 'auto' && isServing()))
  const wantsClock = isWanted(scheduler.enabled)
  const wantsWorkers = isWanted(worker.enabled) && !refused.has(payload)
  if (!wantsClock && !wantsWorkers) {
    return
  }
  try {
    await (wantsWorkers ? startSync({ payload }) : ensureTicker({ payload }))
  } catch (error) {
    if (isSyncError(error, 'WORKERS_REFUSED')) {
      refused.add(payload)
      payload.logger.error({ code: error.code, msg: error.message })
      // Others may work on what this process queues.
      return await serveSync({ payload })
    }
    throw error
  }
  if (!heeded.has(payload)) {
    heeded.add(payload)
    onShutdown(() => stopSync({ payload }))
  }
}
