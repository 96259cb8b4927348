import type { Row } from '../../../../json.js'
import type { Match, Score } from '../../../../world/types.js'
import type { Context } from '../../types.js'

import { partId } from '../../../../world/createIds.js'
import { createRandom } from '../../../../world/createRandom.js'
import { matchAt } from '../../../../world/match/matchAt.js'

/**
 * Flat rows in no useful order, none before kick-off. `CURRENT` and `2ND_HALF` are cumulative,
 * `ET_2ND_HALF` is cumulative within extra time, `ET` holds only goals of extra time, and the
 * shoot-out counts nowhere else. A row appears when its part of the match begins.
 */
export const scoresOf = ({
  context: { now, world },
  match,
}: {
  context: Context
  match: Match
}): Row[] => {
  const { phaseScores, score } = matchAt({ match, now, squadOf: world.squadOf })
  const first = phaseScores['first-half']
  const second = phaseScores['second-half']
  const extraFirst = phaseScores['extra-time-first-half']
  const extraSecond = phaseScores['extra-time-second-half']

  const scores: [string, number, null | Score | undefined][] = [
    ['CURRENT', 1525, score],
    ['1ST_HALF', 1, first],
    ['2ND_HALF', 2, second && first && sum(first, second)],
    ['2ND_HALF_ONLY', 48996, second],
    ['ET', 3, extraFirst && sum(extraFirst, extraSecond)],
    ['ET_1ST_HALF', 5314, extraFirst],
    ['ET_2ND_HALF', 39, extraSecond && sum(extraSecond, extraFirst)],
    ['PENALTY_SHOOTOUT', 5, phaseScores.penalties],
  ]
  const rows = scores.flatMap(([description, typeId, goals]) =>
    goals
      ? (['home', 'away'] as const).map((participant) => ({
          id: partId({ key: `${match.id}|${description}|${participant}`, part: 'score' }),
          description,
          fixture_id: match.id,
          participant_id: participant === 'home' ? match.homeTeamId : match.awayTeamId,
          score: { goals: goals[participant], participant },
          type_id: typeId,
        }))
      : [],
  )
  return createRandom(match.id + 2).shuffle(rows)
}

const sum = (a: Score, b: Score | undefined): Score => ({
  away: a.away + (b?.away ?? 0),
  home: a.home + (b?.home ?? 0),
})
