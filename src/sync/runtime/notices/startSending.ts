import type { Payload } from 'payload'

import { setTimeout as sleep } from 'node:timers/promises'

import type { LogLine } from '../../queue/toQueueLogger.js'
import type { Channel } from '../../store/notices/Channel.js'
import type { Runtime } from '../Runtime.js'

import { describeError } from '../../../shared/errors/index.js'
import { getSync } from '../../engine/Sync.js'
import { onEvents } from '../../store/events/onEvents.js'
import { claimMessage } from '../../store/notices/claimMessage.js'
import { inOwnContext } from '../process/inOwnContext.js'
import { sendMessage } from './sendMessage.js'

/** How often to look for what other processes have left, and for what is due again. */
const LOOK_INTERVAL_MS = 2_000

/** How long a stop waits for what is being sent; it is sent again elsewhere when it takes longer. */
const STOP_LIMIT_MS = 5_000

type StartSendingArgs = { log: LogLine; payload: Payload }

/**
 * Sends what people are told by the channels of the project, for as long as this process works. One
 * message of a channel after another, and each channel for itself.
 */
export const startSending = ({ log, payload }: StartSendingArgs): Runtime => {
  const sending = new Map<string, Promise<void>>()
  /** Those that were woken while they had just looked in vain. */
  const wanted = new Set<string>()
  let isStopped = false

  const sendAll = async (channel: Channel): Promise<void> => {
    const { name } = channel
    while (!isStopped) {
      wanted.delete(name)
      const { database, stallLimitMs: leaseMs } = getSync(payload)
      const claimed = await claimMessage({ channel, database, leaseMs })
      if (claimed) {
        await sendMessage({ channel, claimed, log, payload })
      } else if (!wanted.has(name)) {
        return
      }
    }
  }
  const wake = (): void => {
    for (const channel of isStopped ? [] : getSync(payload).notices.channels.values()) {
      const { name, send } = channel
      wanted.add(name)
      if (send && !sending.has(name)) {
        const work = inOwnContext(() => sendAll(channel))
          .catch((error: unknown) => {
            const reason = describeError(error)
            log({ context: {}, level: 'warn', message: `Messages are sent soon: ${reason}` })
          })
          .finally(() => {
            sending.delete(name)
            // Woken while the last look was ending.
            if (wanted.has(name)) {
              wake()
            }
          })
        sending.set(name, work)
      }
    }
  }

  const unsubscribe = onEvents({ listener: wake, payload })
  const timer = setInterval(wake, LOOK_INTERVAL_MS).unref()
  wake()
  return {
    stop: async () => {
      isStopped = true
      unsubscribe()
      clearInterval(timer)
      await Promise.race([
        Promise.all(sending.values()),
        sleep(STOP_LIMIT_MS, undefined, { ref: false }),
      ])
    },
  }
}
