import type { Route } from './Route.js'

import { RefusedError } from '../RefusedError.js'
import { toPlayerRow, toRoster } from '../rows/toPlayerRows.js'
import { toTeamRow } from '../rows/toTeamRow.js'
import { findGame, findPlayer, findTeam } from './find.js'

/** Teams and who is in them. */
export const people: readonly Route[] = [
  {
    find: ({ ids: [id], ...args }) =>
      toTeamRow({ team: findTeam({ id, ...args }), world: args.state.world }),
    path: '/teams/:id',
  },
  {
    find: ({ ids: [id], now, ...args }) => {
      const team = findTeam({ id, ...args })
      return toRoster({ now, season: args.state.world.seasons.get(team.seasonId)!, team })
    },
    path: '/teams/:id/players',
  },
  {
    find: ({ ids: [gameId, teamId], now, ...args }) => {
      findGame({ id: gameId, ...args })
      const team = findTeam({ id: teamId, ...args })
      return toRoster({ now, season: args.state.world.seasons.get(team.seasonId)!, team })
    },
    path: '/events/:id/teams/:id/players',
  },
  {
    find: ({ ids: [id], now, ...args }) => {
      const { player, team } = findPlayer({ id, ...args })
      return toPlayerRow({ now, player, season: args.state.world.seasons.get(team.seasonId)! })
    },
    path: '/player/:id',
  },
  {
    find: () => {
      throw new RefusedError({ message: 'Photo not found', status: 404 })
    },
    path: '/player/:id/photos',
  },
]
