import type { SyncError } from '../../../shared/errors/index.js'

import { isSyncError } from '../../../shared/errors/index.js'

/** A spent quota is not back after the moment in which a hiccup is over. */
const RATE_LIMITED_FACTOR = 10

type ToDelayArgs = {
  /** From 1. */
  attempt: number
  /** The first wait; it doubles each time. */
  backoffMs: number
  error: SyncError
  maxWaitMs: number
  /** A number in [0, 1). */
  random: number
}

/**
 * Milliseconds until a request is sent again: what the provider asks for, or else a share of a time
 * that doubles, so that many processes which failed together do not come back together. After a
 * quota that is spent for nobody knows how long it is ten times that, and at least half of it.
 */
export const toDelay = ({ attempt, backoffMs, error, maxWaitMs, random }: ToDelayArgs): number => {
  if (error.retryAfterMs !== undefined) {
    // One that says "at once" is not asked again in the same instant.
    return Math.max(
      error.retryAfterMs,
      random * Math.min(maxWaitMs, backoffMs * 2 ** (attempt - 1)),
    )
  }
  const isRateLimited = isSyncError(error, 'RATE_LIMITED')
  const first = backoffMs * (isRateLimited ? RATE_LIMITED_FACTOR : 1)
  const longest = Math.min(maxWaitMs, first * 2 ** (attempt - 1))
  return longest * (isRateLimited ? (1 + random) / 2 : random)
}
