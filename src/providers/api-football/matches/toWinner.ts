import type { MatchDocument } from '../../../content/soccer/index.js'
import type { ApiFootballFixture } from './fixtureSchema.js'

import { STATES } from '../tables/STATES.js'

/**
 * Who won, once the match is over; before, the provider's word follows the running score. Its word
 * counts first, because it knows of walk-overs and awarded results that the goals do not show.
 */
export const toWinner = ({
  fixture: { status },
  goals,
  score,
  teams: { away, home },
}: ApiFootballFixture): MatchDocument['winner'] => {
  if (STATES[status.short ?? '']?.state !== 'finished') {
    return null
  }
  const hasHomeWon = home.winner === true
  if (hasHomeWon !== (away.winner === true)) {
    return hasHomeWon ? 'home' : 'away'
  }
  if (goals === undefined) {
    return undefined
  }
  if (typeof goals?.home !== 'number' || typeof goals.away !== 'number') {
    return null
  }
  const shootOut = (score?.penalty?.home ?? 0) - (score?.penalty?.away ?? 0)
  const lead = goals.home - goals.away || shootOut
  if (lead === 0) {
    return 'draw'
  }
  return lead > 0 ? 'home' : 'away'
}
