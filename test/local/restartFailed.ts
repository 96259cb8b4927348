import type { Payload } from 'payload'

import { getSync } from 'payload-plugin-sync'
import { isSyncError } from 'payload-plugin-sync/sdk'

/** Starts every resource again whose last run failed, and says what it could not start. */
export const restartFailed = async (payload: Payload): Promise<string[]> => {
  const sync = getSync(payload)
  const { providers } = await sync.status()
  const told: string[] = []
  for (const { name, resources } of providers) {
    for (const { lastRun } of resources.filter((each) => each.lastRun?.status === 'failed')) {
      try {
        await sync.retryRun({ runId: lastRun!.id })
      } catch (error) {
        if (!isSyncError(error)) {
          throw error
        }
        told.push(`${name}: ${error.code}`)
      }
    }
  }
  return told
}
