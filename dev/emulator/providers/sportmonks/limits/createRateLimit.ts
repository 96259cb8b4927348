import type { Settings } from '../../../settings.js'
import type { Clock } from '../../../world/createClock.js'

export type RateLimit = {
  /** Counts a request and says what is left. */
  count: (pool: string) => RateLimitState
  /** What is left, without counting. */
  look: (pool: string) => RateLimitState
}

export type RateLimitState = { limit: number; remaining: number; resetsInSeconds: number }

const HOUR_MS = 60 * 60_000

/**
 * Requests per entity and hour; an hour starts with its first request and ends by the emulator's
 * clock. Moving the clock back starts a new hour.
 */
export const createRateLimit = ({
  clock,
  settings,
}: {
  clock: Clock
  settings: Settings
}): RateLimit => {
  const hours = new Map<string, { count: number; startedAt: number }>()

  const hourOf = (pool: string): { count: number; startedAt: number } => {
    const now = clock.now().getTime()
    const known = hours.get(pool)
    return known && now >= known.startedAt && now < known.startedAt + HOUR_MS
      ? known
      : { count: 0, startedAt: now }
  }
  const look = (pool: string): RateLimitState => {
    const { count, startedAt } = hourOf(pool)
    return {
      limit: settings.rateLimitPerHour,
      remaining: Math.max(0, settings.rateLimitPerHour - count),
      resetsInSeconds: Math.ceil((startedAt + HOUR_MS - clock.now().getTime()) / 1000),
    }
  }

  return {
    count: (pool) => {
      const hour = hourOf(pool)
      hour.count += 1
      hours.set(pool, hour)
      return look(pool)
    },
    look,
  }
}
