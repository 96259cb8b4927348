import type { SanitizedConfig } from 'payload'

import { setTimeout as sleep } from 'node:timers/promises'
import { getPayload } from 'payload'

import { isServing } from '../sync/runtime/process/isServing.js'
import { serveSync } from '../sync/runtime/serveSync.js'

const RETRY_MS = 5_000

type InstrumentSyncArgs = { config: Promise<SanitizedConfig> | SanitizedConfig }

/**
 * For `register` in Next's `instrumentation.ts`: starts Payload with the server, so that schedules
 * of a freshly deployed server do not wait for its first visitor. Returns at once; a database that
 * is away is tried again every five seconds.
 */
export const instrumentSync = ({ config }: InstrumentSyncArgs): void => {
  if (isServing()) {
    void start(config)
  }
}

const start = async (config: InstrumentSyncArgs['config']): Promise<void> => {
  for (;;) {
    try {
      const payload = await getPayload({ config })
      return await serveSync({ payload })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      process.stderr.write(`Payload could not be started for its schedules yet: ${reason}\n`)
      await sleep(RETRY_MS, undefined, { ref: false })
    }
  }
}
