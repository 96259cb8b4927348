import type { Row } from '../../../json.js'
import type { MatchAt } from '../../../world/match/matchAt.js'
import type { Score } from '../../../world/types.js'

/**
 * The scores of the parts. While the first half is on `halftime` mirrors the running score, and
 * `fulltime` waits for the end of 90 minutes. `extratime` has the goals of extra time only.
 */
export const toScores = ({ phaseScores, score, state }: MatchAt): Row => {
  const first = phaseScores['first-half']
  const second = phaseScores['second-half']
  const extraFirst = phaseScores['extra-time-first-half']
  const extraSecond = phaseScores['extra-time-second-half']
  const isNinetyOver = !BEFORE_NINETY.has(state)

  return {
    extratime: toGoals(extraFirst && sum(extraFirst, extraSecond)),
    fulltime: toGoals(
      state === 'awarded' ? score : isNinetyOver ? first && sum(first, second) : null,
    ),
    halftime: toGoals(first),
    penalty: toGoals(phaseScores.penalties),
  }
}

export const toGoals = (score: null | Score | undefined): Row => ({
  away: score?.away ?? null,
  home: score?.home ?? null,
})

const BEFORE_NINETY: ReadonlySet<string> = new Set(['first-half', 'half-time', 'second-half'])

const sum = (a: Score, b: Score | undefined): Score => ({
  away: a.away + (b?.away ?? 0),
  home: a.home + (b?.home ?? 0),
})
