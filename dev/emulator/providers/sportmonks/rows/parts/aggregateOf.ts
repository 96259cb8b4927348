import type { Row } from '../../../../json.js'
import type { Match, World } from '../../../../world/types.js'
import type { Context } from '../../types.js'

import { matchAt } from '../../../../world/match/matchAt.js'
import { isFinished } from '../../../../world/match/stateAt.js'

/** A two-legged tie; `null` for a match that is not part of one. The first leg names it. */
export const aggregateOf = ({ context, match }: { context: Context; match: Match }): null | Row => {
  const { now, world } = context
  const legs = legsOf({ match, world })
  const [first, second] = legs
  if (match.tieId === null || !first || !second) {
    return null
  }
  const [one, two] = [first, second].map((leg) =>
    matchAt({ match: leg, now, squadOf: world.squadOf }),
  )
  const home = (one?.score?.home ?? 0) + (two?.score?.away ?? 0)
  const away = (one?.score?.away ?? 0) + (two?.score?.home ?? 0)
  const isDecided = one && two && isFinished(one.state) && isFinished(two.state)
  const shootout = two?.phaseScores.penalties
  const isFirstAhead = home === away && shootout ? shootout.away > shootout.home : home > away

  return {
    id: match.tieId,
    name: [first.homeTeamId, first.awayTeamId].map((id) => world.teams.get(id)?.name).join(' vs '),
    detail: isDecided ? (DETAILS[two.state] ?? 'After Full Time') : null,
    fixture_ids: legs.map(({ id }) => id),
    league_id: match.leagueId,
    result: one?.score ? `${home}-${away}` : null,
    season_id: match.seasonId,
    stage_id: match.stageId,
    winner_participant_id: isDecided ? (isFirstAhead ? first.homeTeamId : first.awayTeamId) : null,
  }
}

/** The matches of a tie, first leg first. */
export const legsOf = ({ match, world }: { match: Match; world: World }): Match[] =>
  match.tieId === null
    ? []
    : world
        .matchesOf({ id: match.stageId, of: 'stage' })
        .filter(({ tieId }) => tieId === match.tieId)

const DETAILS: Readonly<Record<string, string>> = {
  'finished-after-extra-time': 'After Extra Time',
  'finished-after-penalties': 'After Penalties',
}
