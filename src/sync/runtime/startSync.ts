import type { Payload } from 'payload'

import type { Lane } from '../run/Run.js'

import { LANES } from '../run/Run.js'
import { getRuntimes } from './Runtime.js'
import { startWorking } from './startWorking.js'

type StartSyncArgs = {
  /** How many runs of a lane to work on at once. @default the project's own numbers */
  concurrency?: number
  /** @default all */
  lanes?: readonly Lane[]
  payload: Payload
}

/**
 * Starts working on queued runs in this process. Safe to call as often as you like: an instance
 * has its workers once. Stop them with `stopSync` before the database goes away.
 */
export const startSync = async ({
  concurrency,
  lanes = LANES,
  payload,
}: StartSyncArgs): Promise<void> => {
  const runtimes = getRuntimes()
  let starting = runtimes.get(payload)
  if (!starting) {
    starting = startWorking({ concurrency, lanes, payload })
    runtimes.set(payload, starting)
    // A database that was away is tried again at the next call.
    starting.catch(() => runtimes.delete(payload))
  }
  await starting
}

/** Stops this process's work for a Payload instance; runs in work go on elsewhere or later. */
export const stopSync = async ({ payload }: { payload: Payload }): Promise<void> => {
  const runtimes = getRuntimes()
  const runtime = await runtimes.get(payload)
  runtimes.delete(payload)
  await runtime?.stop()
}

/** Whether this process works for a Payload instance already. */
export const hasRuntime = ({ payload }: { payload: Payload }): boolean => getRuntimes().has(payload)
