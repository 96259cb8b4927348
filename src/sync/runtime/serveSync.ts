import type { Payload } from 'payload'

import { WorkersRefusedError } from '../../shared/errors/index.js'
import { getSync } from '../engine/Sync.js'
import { isServing } from './isServing.js'
import { getRuntimes } from './Runtime.js'
import { startSync, stopSync } from './startSync.js'

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

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
    SIGNALS.forEach((signal) => process.once(signal, () => void end({ payload, signal })))
  }
}

type EndArgs = { payload: Payload; signal: (typeof SIGNALS)[number] }

const end = async ({ payload, signal }: EndArgs): Promise<void> => {
  await stopSync({ payload })
  // Node ends by itself on a signal nobody listens to; our listening must not change that.
  if (process.listenerCount(signal) === 0) {
    process.kill(process.pid, signal)
  }
}
