import type { Payload } from 'payload'

import type { Runtime } from './Runtime.js'

import { noteHealth } from '../operations/health/noteHealth.js'
import { pruneHourly } from '../operations/retention/pruneSync.js'
import { toLogLine } from '../queue/toLogLine.js'
import { repeat } from './repeat.js'

/** How often a process that works or ticks looks how everything is. */
const LOOK_INTERVAL_MS = 60_000

/**
 * Looks every minute how everything is, and tells when that changed. Once an hour one process deletes
 * what is over for long enough.
 */
export const startHealthWatch = ({ payload }: { payload: Payload }): Runtime => {
  const stopping = new AbortController()
  let looking: Promise<unknown> | undefined
  const work = async (): Promise<void> => {
    looking = Promise.all([
      noteHealth({ payload }),
      pruneHourly({ payload, signal: stopping.signal }),
    ])
    await looking
  }
  const watch = repeat({ intervalMs: LOOK_INTERVAL_MS, log: toLogLine(payload), work })
  return {
    stop: async () => {
      watch.stop()
      stopping.abort()
      await looking?.catch(() => undefined)
    },
  }
}
