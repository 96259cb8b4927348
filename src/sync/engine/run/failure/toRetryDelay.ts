import { isSyncError } from '../../../../shared/errors/index.js'

const FIRST_DELAY_MS = 5_000
const LONGEST_DELAY_MS = 15 * 60_000

type ToRetryDelayArgs = {
  error: unknown
  /** A number in [0, 1). */
  random: number
  /** From 1. */
  retry: number
}

/**
 * How long a run waits that failed for a passing reason: as long as the provider asks for, or else
 * twice as long each time, spread so that runs that failed together do not come back together.
 */
export const toRetryDelay = ({ error, random, retry }: ToRetryDelayArgs): number => {
  if (isSyncError(error) && error.retryAfterMs !== undefined) {
    return error.retryAfterMs
  }
  const longest = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (retry - 1))
  return longest / 2 + (longest / 2) * random
}
