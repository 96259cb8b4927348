import type { MatchDocument, MatchState, Score } from '../documents/index.js'

/** One of the two sides of a match. */
export type Side = 'away' | 'home'

type ToWinnerArgs = {
  /**
   * The score without the shoot-out; `null` where it is not known. Absent: the provider did not
   * send it, and the field stays as it is unless the marks decide.
   */
  goals: null | Score | undefined
  /**
   * The provider's own mark of who won. Two that say `false` are a draw; give `null` where the
   * provider's `false` does not mean that.
   */
  hasWon: Record<Side, boolean | null | undefined>
  shootOut: null | Score | undefined
  state: MatchState
}

/**
 * Who won, once the match is over; before, marks follow the running score. The marks count first:
 * they know of walk-overs and awarded results that the goals do not show.
 */
export const toWinner = ({
  goals,
  hasWon,
  shootOut,
  state,
}: ToWinnerArgs): MatchDocument['winner'] => {
  if (state !== 'finished') {
    return null
  }
  const hasHomeWon = hasWon.home === true
  if (hasHomeWon !== (hasWon.away === true)) {
    return hasHomeWon ? 'home' : 'away'
  }
  if (typeof goals?.home === 'number' && typeof goals.away === 'number') {
    const lead = goals.home - goals.away || (shootOut?.home ?? 0) - (shootOut?.away ?? 0)
    return lead === 0 ? 'draw' : sideOf(lead)
  }
  if (hasWon.home === false && hasWon.away === false) {
    return 'draw'
  }
  return goals === undefined ? undefined : null
}

const sideOf = (lead: number): Side => (lead > 0 ? 'home' : 'away')
