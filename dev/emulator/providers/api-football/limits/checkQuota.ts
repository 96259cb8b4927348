import type { QuotaState } from './createQuota.js'

import { RefusalError } from '../RefusalError.js'

/** Throws `RefusalError` when the day or the minute is used up. What is refused is not counted. */
export const checkQuota = ({ day, minute }: QuotaState): void => {
  if (day.remaining === 0) {
    throw new RefusalError({
      errors: {
        requests:
          'You have reached the request limit for the day, Go to ' +
          'https://dashboard.api-football.com to upgrade your plan.',
      },
      isCounted: false,
    })
  }
  if (minute.remaining === 0) {
    throw new RefusalError({ errors: rateLimitErrors(minute), isCounted: false })
  }
}

/** In the words that were recorded. */
export const rateLimitErrors = ({ limit }: { limit: number }): Record<string, string> => ({
  rateLimit: `Too many requests. Your rate limit is ${limit} requests per minute.`,
})
