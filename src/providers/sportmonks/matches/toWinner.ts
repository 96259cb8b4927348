import type { MatchDocument } from '../../../content/soccer/index.js'
import type { SportmonksFixture } from './fixtureSchema.js'

import { STATES } from '../tables/STATES.js'
import { findParticipant } from './findParticipant.js'
import { toScore } from './toScore.js'

/**
 * Who won, once the match is over. The provider's own word counts first: it knows of walk-overs
 * and awarded results that the goals do not show. Both teams marked as not having won is a draw.
 */
export const toWinner = (fixture: SportmonksFixture): MatchDocument['winner'] => {
  if (STATES[fixture.state_id]?.state !== 'finished') {
    return null
  }
  if (!fixture.participants && !fixture.scores) {
    return undefined
  }
  const hasHomeWon = findParticipant({ fixture, side: 'home' })?.meta.winner ?? null
  const hasAwayWon = findParticipant({ fixture, side: 'away' })?.meta.winner ?? null
  if (hasHomeWon !== hasAwayWon && (hasHomeWon || hasAwayWon)) {
    return hasHomeWon ? 'home' : 'away'
  }
  const goals = toScore({ fixture, kind: 'CURRENT' })
  if (typeof goals?.home !== 'number' || typeof goals.away !== 'number') {
    return hasHomeWon === false && hasAwayWon === false ? 'draw' : null
  }
  const shootOut = toScore({ fixture, kind: 'PENALTY_SHOOTOUT' })
  const lead = goals.home - goals.away || (shootOut?.home ?? 0) - (shootOut?.away ?? 0)
  if (lead === 0) {
    return 'draw'
  }
  return lead > 0 ? 'home' : 'away'
}
