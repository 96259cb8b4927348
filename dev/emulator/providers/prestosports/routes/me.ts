import type { Row } from '../../../json.js'
import type { CollegeTeam } from '../../../world/college/types.js'
import type { FindArgs, Route } from './Route.js'

import { toEventRow } from '../rows/toEventRow.js'
import { toSeasonRow } from '../rows/toSeasonRow.js'
import { toTeamRow } from '../rows/toTeamRow.js'
import { isBetween } from './isBetween.js'

const teamsOf = ({
  account,
  state: { world },
}: Pick<FindArgs, 'account' | 'state'>): CollegeTeam[] =>
  account.teamIds.map((id) => world.teams.get(id)!)

/** What this person may see. */
export const me: readonly Route[] = [
  {
    find: ({ account: { username } }): Row => ({ email: username, username }),
    isOpen: true,
    path: '/me/info',
  },
  {
    find: (args) => teamsOf(args).map((team) => toTeamRow({ team, world: args.state.world })),
    isOpen: true,
    path: '/me/teams',
  },
  {
    find: (args) => {
      const ids = new Set(teamsOf(args).map(({ seasonId }) => seasonId))
      return [...ids].map((id) => toSeasonRow(args.state.world.seasons.get(id)!))
    },
    isOpen: true,
    path: '/me/seasons',
  },
  {
    find: ({ account, now, query, state }) =>
      account.teamIds
        .flatMap((id) => state.world.gamesOfTeam(id))
        .filter(isBetween({ from: query.get('startDate'), to: query.get('endDate') }))
        .map((game) => toEventRow({ game, now, state })),
    path: '/me/events',
  },
  {
    find: ({ state: { world } }) =>
      [...world.seasons.values()].map((season) => toSeasonRow(season).sport ?? null),
    isOpen: true,
    path: '/sports',
  },
  {
    find: ({ state: { world } }) =>
      [...world.seasons.values()]
        .slice(0, 1)
        .map((season) => toSeasonRow(season).organization ?? null),
    isOpen: true,
    path: '/organizations',
  },
]
