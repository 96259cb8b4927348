import type { Row } from '../../../json.js'
import type { RateLimitShape } from '../../../server/createFaults.js'
import type { RateLimitState } from './createRateLimit.js'

/**
 * The three bodies of a 429 that are known; no real one was recorded. `docs`: the error page.
 * `link`: a constant in a client library. `code`: the list of exceptions.
 */
export const rateLimitBody = ({
  shape,
  state: { limit, resetsInSeconds },
}: {
  shape: RateLimitShape
  state: RateLimitState
}): Row => {
  const link = 'https://docs.sportmonks.com/football/api/response-codes/other-exceptions'

  switch (shape) {
    case 'code':
      return { code: 5005, link, message: 'You have reached the rate limit of your plan.' }
    case 'docs':
      return {
        error: 'Too Many Requests',
        message: `Rate limit of ${limit} requests per hour exceeded.`,
        rate_limit: {
          remaining: 0,
          resets_in: `${Math.floor(resetsInSeconds / 60)}:${String(resetsInSeconds % 60).padStart(2, '0')}`,
          total: limit,
        },
        retry_after: resetsInSeconds,
      }
    case 'link':
      return { link, message: 'You have reached your rate limit', reset_code: 'emulated' }
  }
}
