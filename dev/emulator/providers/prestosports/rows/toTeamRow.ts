import type { Row } from '../../../json.js'
import type { CollegeTeam, CollegeWorld } from '../../../world/college/types.js'

import { toSeasonRow } from './toSeasonRow.js'

/** A team as events and lists hold it. */
export const toTeamRow = ({ team, world }: { team: CollegeTeam; world: CollegeWorld }): Row => {
  const season = world.seasons.get(team.seasonId)!
  return {
    apiAccess: ['READ'],
    logo: `https://static.prestosports.example/logos?rpi=${team.code}&sport=${season.sport}`,
    season: toSeasonRow(season),
    seasonId: team.seasonId,
    sportId: season.sport,
    teamId: team.id,
    teamName: team.name,
  }
}
