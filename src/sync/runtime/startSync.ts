import type { Payload } from 'payload'

import type { Lane } from '../run/Run.js'

import { ensureChecks } from '../engine/batch/checks/ensureChecks.js'
import { getSync } from '../engine/Sync.js'
import { LANES } from '../run/Run.js'
import { keepWorkers } from './keepWorkers.js'
import { startRuntime, stopRuntime } from './Runtime.js'
import { startHealthWatch } from './startHealthWatch.js'
import { startTicker } from './startTicker.js'

type StartSyncArgs = {
  /** How many runs of a lane to work on at once. @default the project's own numbers */
  concurrency?: number
  /** @default all */
  lanes?: readonly Lane[]
  payload: Payload
}

/**
 * Starts working on queued runs in this process, and firing the slots of schedules unless
 * `scheduler.enabled` says no. Safe to call as often as you like: an instance has its workers and
 * its clock once. Stop them with `stopSync` before the database goes away.
 */
export const startSync = async ({
  concurrency,
  lanes = LANES,
  payload,
}: StartSyncArgs): Promise<void> => {
  await startRuntime({
    kind: 'workers',
    payload,
    start: () => keepWorkers({ concurrency, lanes, payload }),
  })
  await ensureTicker({ payload })
  await ensureHealthWatch({ payload })
  await ensureChecks(getSync(payload))
}

/** Starts the ticker of this process, where the project wants that. */
export const ensureTicker = async ({ payload }: { payload: Payload }): Promise<void> => {
  const { enabled } = getSync(payload).scheduler
  if (enabled === true || (enabled === 'auto' && process.env.NODE_ENV !== 'test')) {
    await startRuntime({ kind: 'ticker', payload, start: () => startTicker({ payload }) })
    await ensureHealthWatch({ payload })
  }
}

/** A process that works or ticks looks how everything is. */
const ensureHealthWatch = async ({ payload }: { payload: Payload }): Promise<void> =>
  startRuntime({
    kind: 'health',
    payload,
    start: () => Promise.resolve(startHealthWatch({ payload })),
  })

/** Stops this process's work for a Payload instance; runs in work go on elsewhere or later. */
export const stopSync = async ({ payload }: { payload: Payload }): Promise<void> => {
  await stopRuntime({ kind: 'health', payload })
  await stopRuntime({ kind: 'ticker', payload })
  await stopRuntime({ kind: 'workers', payload })
}
