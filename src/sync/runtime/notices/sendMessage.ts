import type { Payload } from 'payload'

import type { LogLine } from '../../queue/toQueueLogger.js'
import type { Channel } from '../../store/notices/Channel.js'
import type { ClaimedMessage } from '../../store/notices/claimMessage.js'

import { describeError, isDeliveryError } from '../../../shared/errors/index.js'
import { getSync } from '../../engine/Sync.js'
import { extendMessage, noteDelivered, noteFailed } from '../../store/notices/settleMessage.js'

/** After so long a message counts as not taken, so that what hangs does not hold up the rest. */
const LIMIT_MS = 60_000

/** How long to wait after the first failure, the second and so on; after all others as the last. */
const DELAYS_MS = [5_000, 15_000, 60_000, 5 * 60_000, 10 * 60_000]

/** The longest that whoever refuses a message may ask to be left alone. */
const LONGEST_DELAY_MS = 60 * 60_000

/** When a message is given up. */
const GIVE_UP_MS = 3 * 24 * 60 * 60_000

/** How often within its time a claim is made longer. */
const BEATS_PER_CLAIM = 4

type SendMessageArgs = { channel: Channel; claimed: ClaimedMessage; log: LogLine; payload: Payload }

/** Sends what was claimed, and notes what came of it. Never throws: nobody waits for it. */
export const sendMessage = async ({
  channel,
  claimed,
  log,
  payload,
}: SendMessageArgs): Promise<void> => {
  const { id, attempts, notices, waitedMs } = claimed
  const { database, stallLimitMs: leaseMs } = getSync(payload)
  const about = { id, channel: channel.name, database }
  const heart = setInterval(() => {
    // A claim that ran out has it sent twice, under the same id.
    extendMessage({ ...about, leaseMs }).catch(() => undefined)
  }, leaseMs / BEATS_PER_CLAIM).unref()
  try {
    const answer = await send({ channel, message: { id, notices }, payload })
    await noteDelivered({ ...about, answer })
  } catch (error) {
    const known = isDeliveryError(error) ? error : undefined
    const isGivenUp = known?.isFinal === true || waitedMs >= GIVE_UP_MS
    const delayMs = isGivenUp ? null : toDelay({ attempts, retryAfterMs: known?.retryAfterMs })
    const reason = describeError(error)
    const next =
      delayMs === null
        ? 'it is given up'
        : `it is tried again in ${Math.ceil(delayMs / 1000)} seconds`
    log({
      context: { attempts, channel: channel.name, message: id },
      level: delayMs === null ? 'error' : 'warn',
      message: `A message was not taken by the channel "${channel.name}", and ${next}: ${reason}`,
    })
    await noteFailed({
      ...about,
      answer: { body: known?.body ?? null, status: known?.status ?? null },
      delayMs,
      error: reason,
      isHolding: known?.isRefused !== true,
      // A database that is away gives it back by itself, when the claim runs out.
    }).catch(() => undefined)
  } finally {
    clearInterval(heart)
  }
}

type ToDelayArgs = { attempts: number; retryAfterMs: number | undefined }

const toDelay = ({ attempts, retryAfterMs = 0 }: ToDelayArgs): number =>
  Math.max(
    DELAYS_MS[Math.min(attempts, DELAYS_MS.length) - 1] ?? DELAYS_MS[0]!,
    Math.min(retryAfterMs, LONGEST_DELAY_MS),
  )

type SendArgs = {
  message: Parameters<NonNullable<Channel['send']>>[0]['message']
} & Pick<SendMessageArgs, 'channel' | 'payload'>

const send = async ({ channel, message, payload }: SendArgs) => {
  const controller = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error(`It has not answered for ${LIMIT_MS / 1000} seconds.`)
      controller.abort(error)
      reject(error)
    }, LIMIT_MS).unref()
  })
  try {
    return await Promise.race([
      channel.send!({ message, payload, signal: controller.signal }),
      limit,
    ])
  } finally {
    clearTimeout(timer)
  }
}
