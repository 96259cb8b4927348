import type { Match } from '../../../../world/types.js'

import { DAY_MS } from '../../../../moments.js'

/**
 * Whether names around a match are spelt out today. The provider's spelling of referees and places
 * flips back and forth, long after the match as well; here it does at midnight.
 */
export const isSpeltOut = ({ match, now }: { match: Match; now: number }): boolean =>
  (Math.floor(now / DAY_MS) + match.id) % 2 === 0
