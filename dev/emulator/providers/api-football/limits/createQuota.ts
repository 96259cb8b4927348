import type { Settings } from '../../../settings.js'
import type { Clock } from '../../../world/createClock.js'

import { DAY_MS } from '../../../moments.js'
import { limitsOf } from './plans.js'

export type Quota = {
  /** Counts a request and says what is left. */
  count: () => QuotaState
  /** What is left, without counting. */
  look: () => QuotaState
}

export type QuotaState = { day: QuotaWindow; minute: QuotaWindow }

export type QuotaWindow = { limit: number; remaining: number }

const MINUTE_MS = 60_000

/**
 * Requests per day, from midnight UTC, and per minute, both by the emulator's clock. The provider
 * does not say when its minute begins; here it is the one on the clock.
 */
export const createQuota = ({ clock, settings }: { clock: Clock; settings: Settings }): Quota => {
  const day = createCounter({ clock, ms: DAY_MS })
  const minute = createCounter({ clock, ms: MINUTE_MS })

  const look = (): QuotaState => {
    const { perDay, perMinute } = limitsOf(settings)
    return {
      day: { limit: perDay, remaining: Math.max(0, perDay - day.read()) },
      minute: { limit: perMinute, remaining: Math.max(0, perMinute - minute.read()) },
    }
  }
  return {
    count: () => {
      day.add()
      minute.add()
      return look()
    },
    look,
  }
}

/** Counts within the span of the clock that is going on. */
const createCounter = ({ clock, ms }: { clock: Clock; ms: number }) => {
  let counted = { count: 0, span: Number.NaN }

  const read = (): number => {
    const span = Math.floor(clock.now().getTime() / ms)
    counted = span === counted.span ? counted : { count: 0, span }
    return counted.count
  }
  return {
    add: (): void => {
      const count = read() + 1
      counted = { ...counted, count }
    },
    read,
  }
}
