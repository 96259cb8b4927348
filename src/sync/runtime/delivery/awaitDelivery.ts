import type { Payload } from 'payload'

import { setTimeout as sleep } from 'node:timers/promises'

import type { Run } from '../../run/Run.js'

import { toRunStream } from '../../engine/events/changes.js'
import { NOTICE_STREAM } from '../../engine/events/tellNotice.js'
import { getSync } from '../../engine/Sync.js'
import { countDue } from '../../store/events/countDue.js'
import { countDueDeliveries } from '../../store/notices/settleMessage.js'

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
  const { database, notices, subscribers } = getSync(payload)
  const channels = [...notices.channels.keys()]
  const wanted = {
    database,
    streams: runIds && [...runIds.map(toRunStream), NOTICE_STREAM],
    subscribers: [...subscribers.keys()],
  }
  const limit = AbortSignal.timeout(LIMIT_MS)
  const ended = signal ? AbortSignal.any([signal, limit]) : limit
  const isDue = async (): Promise<boolean> =>
    (await countDue(wanted)) > 0 ||
    (channels.length > 0 && (await countDueDeliveries({ channels, database })) > 0)
  while (!ended.aborted && (await isDue())) {
    await sleep(LOOK_INTERVAL_MS, undefined, { signal: ended }).catch(() => undefined)
  }
}
