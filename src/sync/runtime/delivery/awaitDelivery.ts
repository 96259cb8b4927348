import type { Payload } from 'payload'

import { setTimeout as sleep } from 'node:timers/promises'

import type { Run } from '../../run/Run.js'

import { toRunStream } from '../../engine/events/changes.js'
import { getSync } from '../../engine/Sync.js'
import { countDue } from '../../store/events/countDue.js'

const LOOK_INTERVAL_MS = 50

/** A process that has done its work does not stay for a subscriber that hangs. */
const LIMIT_MS = 30_000

type AwaitDeliveryArgs = {
  payload: Payload
  /** Wait for what is told of these runs only. @default everything */
  runIds?: readonly Run['id'][]
  /** Ends the wait. */
  signal?: AbortSignal
}

/**
 * Waits until subscribers were told everything that is due, by whatever process. What they did not
 * take is told again later, by whoever works then.
 */
export const awaitDelivery = async ({
  payload,
  runIds,
  signal,
}: AwaitDeliveryArgs): Promise<void> => {
  const { database, subscribers } = getSync(payload)
  const wanted = {
    database,
    streams: runIds?.map(toRunStream),
    subscribers: [...subscribers.keys()],
  }
  const limit = AbortSignal.timeout(LIMIT_MS)
  const ended = signal ? AbortSignal.any([signal, limit]) : limit
  while (!ended.aborted && (await countDue(wanted)) > 0) {
    await sleep(LOOK_INTERVAL_MS, undefined, { signal: ended }).catch(() => undefined)
  }
}
