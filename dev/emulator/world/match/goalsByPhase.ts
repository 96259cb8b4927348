import type { Random } from '../createRandom.js'
import type { PlayedPhase, Result, Score } from '../types.js'

/**
 * How many goals fall in each phase, so that their sums give the real scores. What the source does
 * not say is drawn: the half-time score of about 8 % of the matches, and always the score between
 * the two parts of extra time.
 */
export const goalsByPhase = ({
  random,
  result: { extraTime, fullTime, halfTime, penalties },
}: {
  random: Random
  result: Result
}): Partial<Record<PlayedPhase, Score>> => {
  const firstHalf = halfTime ?? part({ of: fullTime, random })
  const goals: Partial<Record<PlayedPhase, Score>> = {
    'first-half': firstHalf,
    'second-half': minus(fullTime, firstHalf),
  }
  if (extraTime) {
    const inExtraTime = minus(extraTime, fullTime)
    const firstPart = part({ of: inExtraTime, random })
    goals['extra-time-first-half'] = firstPart
    goals['extra-time-second-half'] = minus(inExtraTime, firstPart)
  }
  if (penalties) {
    goals.penalties = penalties
  }
  return goals
}

const minus = (after: Score, before: Score): Score => ({
  away: after.away - before.away,
  home: after.home - before.home,
})

const part = ({ of, random }: { of: Score; random: Random }): Score => ({
  away: partOf({ goals: of.away, random }),
  home: partOf({ goals: of.home, random }),
})

const partOf = ({ goals, random }: { goals: number; random: Random }): number =>
  Array.from({ length: goals }, () => random.chance(0.45)).filter(Boolean).length
