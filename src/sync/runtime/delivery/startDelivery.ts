import type { Payload } from 'payload'

import { setTimeout as sleep } from 'node:timers/promises'

import type { LogLine } from '../../queue/toQueueLogger.js'
import type { Runtime } from '../Runtime.js'

import { describeError } from '../../../shared/errors/index.js'
import { getSync } from '../../engine/Sync.js'
import { claimEvents } from '../../store/events/claimEvents.js'
import { onEvents } from '../../store/events/onEvents.js'
import { KEEP_DAYS, pruneEvents } from '../../store/events/settleEvents.js'
import { startSending } from '../notices/startSending.js'
import { inOwnContext } from '../process/inOwnContext.js'
import { repeat } from '../repeat.js'
import { deliverEvents } from './deliverEvents.js'

/** How often to look for events of other processes, and for those that are due again. */
const LOOK_INTERVAL_MS = 2_000

const PRUNE_INTERVAL_MS = 10 * 60_000

/** How many deliveries this process makes at once. */
const MOST_AT_ONCE = 4

/** How long a stop waits for deliveries; they are made again elsewhere when it takes longer. */
const STOP_LIMIT_MS = 5_000

type StartDeliveryArgs = { log: LogLine; payload: Payload }

/**
 * Delivers events to their subscribers, and what people are told by its channels, for as long as this
 * process works: what it commits itself at once, the rest within seconds. What a subscriber does, or
 * does not, holds up no run.
 */
export const startDelivery = ({ log, payload }: StartDeliveryArgs): Runtime => {
  const active = new Set<Promise<void>>()
  let isStopped = false
  let isWanted = false
  let looking: Promise<void> | undefined

  const look = async (): Promise<void> => {
    const { database, stallLimitMs, subscribers } = getSync(payload)
    while (!isStopped && subscribers.size > 0 && active.size < MOST_AT_ONCE) {
      const claimed = await claimEvents({
        database,
        leaseMs: stallLimitMs,
        subscribers: [...subscribers.keys()],
      })
      if (!claimed) {
        return
      }
      const delivering = inOwnContext(() => deliverEvents({ claimed, log, payload })).finally(
        () => {
          active.delete(delivering)
          wake()
        },
      )
      active.add(delivering)
    }
  }
  const lookOnAndOn = async (): Promise<void> => {
    while (isWanted && !isStopped) {
      isWanted = false
      await look()
    }
  }
  /** Has it look once more, also when it has just looked in vain. */
  const wake = (): void => {
    isWanted = true
    if (looking || isStopped) {
      return
    }
    // Whoever committed an event may be a visitor's request.
    looking = inOwnContext(lookOnAndOn)
      .catch((error: unknown) => {
        const reason = describeError(error)
        log({ context: {}, level: 'warn', message: `Events are looked for again soon: ${reason}` })
      })
      .finally(() => {
        looking = undefined
        // Asked for while the last look was ending.
        if (isWanted) {
          wake()
        }
      })
  }
  const prune = async (): Promise<void> => {
    const { database, subscribers } = getSync(payload)
    const pruned = subscribers.size > 0 ? await pruneEvents({ database }) : 0
    if (pruned > 0) {
      const message = `${pruned} events were dropped: nobody took them for ${KEEP_DAYS} days.`
      log({ context: { pruned }, level: 'error', message })
    }
  }

  const unsubscribe = onEvents({ listener: wake, payload })
  const timer = setInterval(wake, LOOK_INTERVAL_MS).unref()
  const pruning = repeat({ intervalMs: PRUNE_INTERVAL_MS, log, work: prune })
  void pruning.now()
  const sending = startSending({ log, payload })
  wake()
  return {
    stop: async () => {
      isStopped = true
      unsubscribe()
      clearInterval(timer)
      pruning.stop()
      const finish = async (): Promise<void> => {
        // It may have claimed some a moment ago.
        await looking
        await Promise.all(active)
      }
      await Promise.race([finish(), sleep(STOP_LIMIT_MS, undefined, { ref: false })])
      await sending.stop()
    },
  }
}
