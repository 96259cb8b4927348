import type { Clock } from '../../../world/createClock.js'

import { RefusedError } from '../RefusedError.js'

/** Counts requests by the second of the emulator's clock, over all people. */
export const createSecond = ({ clock }: { clock: Clock }) => {
  let count = 0
  let second = 0

  return {
    /** Throws `RefusedError` on one more than a second may have. */
    count: ({ limit }: { limit: number }): void => {
      const now = Math.floor(clock.now().getTime() / 1000)
      count = now === second ? count + 1 : 1
      second = now
      if (count > limit) {
        throw new RefusedError({ message: 'Too Many Requests', status: 429 })
      }
    },
  }
}
