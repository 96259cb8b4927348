import type { Row } from '../../../json.js'
import type { Context } from '../createContext.js'

import { imagePath } from '../../../imagePath.js'
import { ageOf } from './ageOf.js'
import { POSITIONS } from './POSITIONS.js'
import { toTeamName } from './toTeamRow.js'
import { shortName } from './words/shortName.js'

/** The squad of a team as it is now; `null` for a team that does not exist. */
export const toSquadRow = ({
  context,
  teamId,
}: {
  context: Context
  teamId: number
}): null | Row => {
  const { now, world } = context
  if (!world.teams.has(teamId)) {
    return null
  }
  return {
    players: world.squadOf(teamId).map((player) => ({
      id: player.id,
      name: shortName(player),
      age: ageOf({ now, player }),
      number: player.shirtNumber,
      photo: imagePath({ id: player.id, kind: 'players' }),
      position: POSITIONS[player.position],
    })),
    team: toTeamName({ id: teamId, context }),
  }
}
