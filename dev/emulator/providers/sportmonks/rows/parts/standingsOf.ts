import type { Row } from '../../../../json.js'
import type { Context } from '../../types.js'

import { partId } from '../../../../world/createIds.js'
import { standingsAt } from '../../../../world/match/standingsAt.js'

/** The tables of a season: one per stage that is played in rounds and has begun. */
export const standingsOf = ({
  context: { now, world },
  seasonId,
}: {
  context: Context
  seasonId: number
}): Row[] =>
  (world.seasons.get(seasonId)?.stageIds ?? [])
    .map((id) => world.stages.get(id))
    .filter((stage) => stage !== undefined)
    .filter(({ kind, startsOn }) => kind === 'rounds' && Date.parse(startsOn) <= now)
    .flatMap((stage) => {
      const begun = stage.roundIds
        .map((id) => world.rounds.get(id))
        .filter((round) => round !== undefined)
        .filter(({ startsOn }) => Date.parse(startsOn) <= now)
        .sort((a, b) => a.startsOn.localeCompare(b.startsOn))

      return standingsAt({ now, stageId: stage.id, world }).map(({ points, position, teamId }) => ({
        id: partId({ key: `${stage.id}|${teamId}`, part: 'standing' }),
        group_id: null,
        league_id: stage.leagueId,
        participant_id: teamId,
        points,
        position,
        result: 'equal',
        round_id: begun.at(-1)?.id ?? null,
        season_id: seasonId,
        sport_id: 1,
        stage_id: stage.id,
        standing_rule_id: null,
      }))
    })
