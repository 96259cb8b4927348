import type { Payload } from 'payload'

import type { Run } from '../run/Run.js'
import type { RunFilter } from '../store/runs/read/findRuns.js'

import { getSync } from '../engine/Sync.js'
import { ACTIVE_STATUSES } from '../run/RunStatus.js'
import { findRuns } from '../store/runs/read/findRuns.js'
import { awaitDelivery } from './delivery/awaitDelivery.js'
import { joinWorkers } from './joinWorkers.js'

/** How often to look; work done by another process tells us nothing by itself. */
const LOOK_INTERVAL_MS = 500

const OPEN: RunFilter = { status: ACTIVE_STATUSES }

type DrainSyncArgs = {
  /** Told what is still queued or running, each time it was looked up. */
  onLook?: (open: Run[]) => void
  payload: Payload
  /** Wait for these runs only. @default all there are */
  runIds?: readonly Run['id'][]
  /** Ends the wait; runs in work go on elsewhere or later. */
  signal?: AbortSignal
}

/**
 * Works on queued runs in this process, with workers that all who drain at the same time share, and
 * returns when none is queued or running any more, wherever it runs, and subscribers were told of
 * it. For scripts, tests and hosts that let a process live for a while only.
 */
export const drainSync = async ({
  onLook,
  payload,
  runIds,
  signal,
}: DrainSyncArgs): Promise<void> => {
  const { database } = getSync(payload)
  const filter = runIds ? { ...OPEN, id: runIds } : OPEN
  let look = (): void => undefined
  let giveUp = (): void => undefined
  const leave = await joinWorkers({
    onExhausted: () => giveUp(),
    onIdle: () => look(),
    payload,
  })
  const interval = setInterval(() => look(), LOOK_INTERVAL_MS)
  try {
    await new Promise<void>((resolve, reject) => {
      signal?.addEventListener('abort', () => resolve(), { once: true })
      if (signal?.aborted) {
        // While the workers were started; the event is over.
        resolve()
      }
      giveUp = () => reject(new Error('This process has no database connection left to work with.'))
      look = () => {
        findRuns({ database, filter, limit: 100 })
          .then(({ docs }) => {
            onLook?.(docs)
            if (docs.length === 0) {
              resolve()
            }
          })
          .catch(reject)
      }
      look()
    })
    await awaitDelivery({ payload, runIds, signal })
  } finally {
    clearInterval(interval)
    await leave()
  }
}
