import { isSyncError } from '../../../../shared/errors/index.js'

const FIRST_DELAY_MS = 5_000
const LONGEST_DELAY_MS = 15 * 60_000

/** Whatever an error asks for, a run is looked at again after a day. */
const LONGEST_ASKED_MS = 24 * 60 * 60_000

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
  const asked = isSyncError(error) ? error.retryAfterMs : undefined
  if (asked !== undefined && asked >= 0) {
    return Math.min(LONGEST_ASKED_MS, asked)
  }
  const longest = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (retry - 1))
  return longest / 2 + (longest / 2) * random
}
