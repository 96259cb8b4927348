import type { MatchDocument, Score } from '../../../content/soccer/index.js'
import type { ApiFootballFixture } from './fixtureSchema.js'

import { withoutAbsent } from '../../../sdk/index.js'
import { STATES } from './STATES.js'

type Scores = Pick<MatchDocument, 'extraTime' | 'fulltime' | 'halftime' | 'penalties'>

/**
 * The scores of the parts of a match; absent where the provider sent none. While the first half is
 * on, `halftime` mirrors the running score (126 of 126, seen in recordings): that is no result.
 */
export const toScores = (fixture: ApiFootballFixture): Scores => {
  const { score } = fixture
  return withoutAbsent({
    extraTime: toScore(score?.extratime),
    fulltime: toScore(score?.fulltime),
    halftime: toScore(isHalfTimeOver(fixture) ? score?.halftime : score?.halftime && null),
    penalties: toScore(score?.penalty),
  })
}

type Goals = { away?: null | number | undefined; home?: null | number | undefined }

const toScore = (goals: Goals | null | undefined): Score | undefined =>
  goals === undefined
    ? undefined
    : withoutAbsent({ away: goals && goals.away, home: goals && goals.home })

/** A match that was stopped may not have come that far; a second half that began says it did. */
const isHalfTimeOver = ({ fixture: { periods, status } }: ApiFootballFixture): boolean => {
  const { isHalfTimeOver: isOver = 'maybe' } = STATES[status.short ?? ''] ?? {}
  return isOver === 'maybe' ? typeof periods?.second === 'number' : isOver
}
