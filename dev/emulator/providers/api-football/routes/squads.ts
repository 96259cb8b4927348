import type { Route } from './Route.js'

import { holds, select } from '../query/conditions.js'
import { toSquadRow } from '../rows/toSquadRow.js'

/** The squad of a team, or of the team a player is in. A team nobody knows has none. */
export const squads: Route = {
  find: ({ context, query }) => {
    const playerId = query.number('player')
    const teamId =
      playerId === undefined ? query.number('team') : context.world.players.get(playerId)?.teamId
    if (teamId === undefined) {
      return []
    }
    const rows = context.list({
      entity: 'squad',
      ids: [teamId],
      toRow: (id) => toSquadRow({ context, teamId: id }),
    })
    return select(rows, [holds({ paths: ['team.id'], value: teamId })])
  },
  path: '/players/squads',
  rules: { alone: ['player', 'team'], names: ['player', 'team'], needsOne: true },
}
