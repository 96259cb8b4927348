import type { Row } from '../../../../json.js'
import type { Context } from '../../types.js'

import { partId } from '../../../../world/createIds.js'
import { POSITION_TYPE_IDS } from '../typeRows.js'

/**
 * Contract rows of a team, not players: those come with `include=player`. Tests can add `squad`
 * rows (a transfer is one removed here and one added with another `team_id`), and a player they
 * remove has left the club, too.
 */
export const squadOf = ({ context, teamId }: { context: Context; teamId: number }): Row[] => {
  const { records, world } = context

  const rows = new Map(
    world
      .squadOf(teamId)
      .filter(({ id }) => !records.isRemoved({ id, entity: 'player' }))
      .map((player) => {
        const row = {
          id: partId({ key: `${teamId}|${player.id}`, part: 'squad' }),
          captain: player.isCaptain,
          detailed_position_id: null,
          end: null,
          jersey_number: player.shirtNumber,
          player_id: player.id,
          position_id: POSITION_TYPE_IDS[player.position],
          start: null,
          team_id: teamId,
          transfer_id: null,
        }
        return [row.id, row] as const
      }),
  )
  return [...new Set([...records.touched('squad'), ...rows.keys()])]
    .map((id) => records.apply({ id, entity: 'squad', row: rows.get(id) ?? null }))
    .filter((row) => row !== null)
    .filter((row) => row.team_id === teamId)
}
