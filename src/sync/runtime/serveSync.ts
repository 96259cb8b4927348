import type { Payload } from 'payload'

import { WorkersRefusedError } from '../../shared/errors/index.js'
import { getSync } from '../engine/Sync.js'
import { isServing } from './isServing.js'
import { onShutdown } from './onShutdown.js'
import { getRuntimes } from './Runtime.js'
import { startSync, stopSync } from './startSync.js'

/** Instances whose database connection is not fit for workers; they are told once. */
const refused = new WeakSet<Payload>()

/**
 * Starts the workers if this process should have them, and stops them when it is told to end. For
 * `onInit`, and for every first contact after it: Payload does not call `onInit` again when the
 * database was away the first time.
 */
export const serveSync = async ({ payload }: { payload: Payload }): Promise<void> => {
  const { enabled } = getSync(payload).worker
  if (enabled === false || (enabled === 'auto' && !isServing()) || refused.has(payload)) {
    return
  }
  const isFirst = !getRuntimes().has(payload)
  try {
    await startSync({ payload })
  } catch (error) {
    if (error instanceof WorkersRefusedError) {
      refused.add(payload)
      payload.logger.error({ code: error.code, msg: error.message })
      return
    }
    throw error
  }
  if (isFirst) {
    onShutdown(() => stopSync({ payload }))
  }
}
