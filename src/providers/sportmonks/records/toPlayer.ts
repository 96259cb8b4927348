import type { PlayerDocument } from '../../../content/soccer/index.js'
import type { SportmonksSquadRow } from './squadRowSchema.js'

import { mapGiven, withoutAbsent } from '../../../sdk/index.js'
import { POSITIONS } from '../tables/POSITIONS.js'
import { toReference } from '../toReference.js'

type ToPlayerArgs = {
  /** Whether the squad is a national team's. */
  isNational: boolean
  row: SportmonksSquadRow
}

/**
 * The player of a squad row. A player is in the squads of a club and of a country; only the club
 * says which team and number are theirs, or the two would overwrite each other in every sync.
 */
export const toPlayer = ({ isNational, row }: ToPlayerArgs): PlayerDocument => {
  const { jersey_number, player, position_id, team_id } = row
  return withoutAbsent({
    // The schema has made sure of one of the two.
    name: player.display_name || player.name || '',
    dateOfBirth: player.date_of_birth,
    firstName: player.firstname,
    height: player.height,
    lastName: player.lastname,
    nationality: toReference({ id: player.nationality_id, resource: 'countries' }),
    photo: player.image_path,
    position: mapGiven({
      map: (id) => (id in POSITIONS ? POSITIONS[id] : 'other') ?? null,
      value: player.position_id ?? position_id,
    }),
    weight: player.weight,
    ...(!isNational && {
      shirtNumber: jersey_number,
      team: toReference({ id: team_id, resource: 'teams' }),
    }),
  })
}
