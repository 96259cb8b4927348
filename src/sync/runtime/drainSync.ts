import type { Payload } from 'payload'

import { getSync } from '../engine/Sync.js'
import { LANES } from '../run/Run.js'
import { findRuns } from '../store/runs/findRuns.js'
import { startWorking } from './startWorking.js'

/** How often to look whether the work was done by another process, whose tasks we do not see. */
const LOOK_INTERVAL_MS = 1_000

/**
 * Works on the queued runs in this process and returns when no run is queued or running any more,
 * wherever it runs. For scripts and tests.
 */
export const drainSync = async ({ payload }: { payload: Payload }): Promise<void> => {
  const { database } = getSync(payload)
  const filter = { status: ['queued', 'running'] as const }
  let look = (): void => undefined
  const runtime = await startWorking({ lanes: LANES, onIdle: () => look(), payload })
  const interval = setInterval(() => look(), LOOK_INTERVAL_MS)
  try {
    await new Promise<void>((resolve, reject) => {
      look = () => {
        findRuns({ database, filter, limit: 1 })
          .then(({ totalDocs }) => (totalDocs === 0 ? resolve() : undefined))
          .catch(reject)
      }
      look()
    })
  } finally {
    clearInterval(interval)
    await runtime.stop()
  }
}
