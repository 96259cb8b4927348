import type { Payload } from 'payload'

import type { LogLine } from '../../queue/toQueueLogger.js'
import type { ClaimedEvents } from '../../store/events/claimEvents.js'

import { describeError } from '../../../shared/errors/index.js'
import { getSync } from '../../engine/Sync.js'
import { extendClaim, postponeEvents, removeEvents } from '../../store/events/settleEvents.js'

/** After so long a delivery counts as failed, so that what hangs does not hold up the rest. */
const LIMIT_MS = 5 * 60_000

const FIRST_DELAY_MS = 1_000
const LONGEST_DELAY_MS = 15 * 60_000

/** How often within its time a claim is made longer. */
const BEATS_PER_CLAIM = 4

type DeliverEventsArgs = { claimed: ClaimedEvents; log: LogLine; payload: Payload }

/**
 * Tells a subscriber what was claimed for it. Forgets it when it was taken, and has it told again
 * later when it was not. Never throws: nobody waits for it.
 */
export const deliverEvents = async ({
  claimed,
  log,
  payload,
}: DeliverEventsArgs): Promise<void> => {
  const { failures, ids, stream, subscriber } = claimed
  const { database, stallLimitMs: leaseMs } = getSync(payload)
  const heart = setInterval(() => {
    // A claim that ran out has them told twice, which subscribers must bear.
    extendClaim({ database, ids, leaseMs }).catch(() => undefined)
  }, leaseMs / BEATS_PER_CLAIM).unref()
  try {
    await tell({ claimed, payload })
    await removeEvents({ database, ids })
  } catch (error) {
    const delayMs = Math.min(FIRST_DELAY_MS * 2 ** failures, LONGEST_DELAY_MS)
    const reason = describeError(error)
    log({
      context: { events: ids.length, failures: failures + 1, stream, subscriber },
      level: 'warn',
      message: `${subscriber} failed, and is called again in ${delayMs / 1000} seconds: ${reason}`,
    })
    // A database that is away gives them back by itself, when the claim runs out.
    await postponeEvents({ database, delayMs, error: reason, ids }).catch(() => undefined)
  } finally {
    clearInterval(heart)
  }
}

type TellArgs = Pick<DeliverEventsArgs, 'claimed' | 'payload'>

const tell = async ({
  claimed: { name, data: events, subscriber },
  payload,
}: TellArgs): Promise<void> => {
  const on = getSync(payload).subscribers.get(subscriber)?.on[name] as
    ((args: { events: unknown[]; payload: Payload }) => Promise<void> | void) | undefined
  // Written for a subscriber that wants it no more.
  await withinLimit(async () => await on?.({ events, payload }))
}

const withinLimit = async (work: () => Promise<void>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`It has not returned for ${LIMIT_MS / 60_000} minutes.`)),
      LIMIT_MS,
    ).unref()
  })
  try {
    await Promise.race([work(), limit])
  } finally {
    clearTimeout(timer)
  }
}
