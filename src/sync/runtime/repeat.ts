import type { LogLine } from '../queue/toQueueLogger.js'

import { describeError } from '../../shared/errors/index.js'

type RepeatArgs = { intervalMs: number; log: LogLine; work: () => Promise<void> }

export type Repeated = {
  /** Does the work once more, now, unless it is being done. */
  now: () => Promise<void>
  stop: () => void
}

/**
 * Does something again and again, never twice at once. A failure is logged and tried again at the
 * next turn: what is repeated here must outlive a database that is away.
 */
export const repeat = ({ intervalMs, log, work }: RepeatArgs): Repeated => {
  let isWorking = false
  const now = async (): Promise<void> => {
    if (isWorking) {
      return
    }
    isWorking = true
    try {
      await work()
    } catch (error) {
      const reason = describeError(error)
      log({ context: {}, level: 'warn', message: `Tried again soon: ${reason}` })
    } finally {
      isWorking = false
    }
  }
  const timer = setInterval(() => void now(), intervalMs).unref()
  return { now, stop: () => clearInterval(timer) }
}
