import type {
  CollegeGame,
  CollegePlayer,
  CollegeSeason,
  CollegeTeam,
} from '../../../world/college/types.js'
import type { FindArgs } from './Route.js'

import { RefusedError } from '../RefusedError.js'

const missing = (what: string): RefusedError =>
  new RefusedError({ message: `${what} not found`, status: 404 })

/** The season with this id, where this person may see it. */
export const findSeason = ({
  id,
  account,
  state: { world },
}: { id: string | undefined } & Pick<FindArgs, 'account' | 'state'>): CollegeSeason => {
  const season = world.seasons.get(id ?? '')
  if (!season) {
    throw missing('Season')
  }
  const isOwn = account.teamIds.some((teamId) => world.teams.get(teamId)?.seasonId === season.id)
  if (!isOwn) {
    throw denied(account)
  }
  return season
}

export const denied = ({ username }: Pick<FindArgs['account'], 'username'>): RefusedError =>
  new RefusedError({ message: `Access denied for user: ${username}`, status: 401 })

export const findTeam = ({
  id,
  ...rest
}: { id: string | undefined } & Pick<FindArgs, 'account' | 'state'>): CollegeTeam => {
  const team = rest.state.world.teams.get(id ?? '')
  if (!team) {
    throw missing('Team')
  }
  findSeason({ id: team.seasonId, ...rest })
  return team
}

export const findGame = ({
  id,
  ...rest
}: { id: string | undefined } & Pick<FindArgs, 'account' | 'state'>): CollegeGame => {
  const game = rest.state.world.games.get(id ?? '')
  if (!game) {
    throw missing('Event')
  }
  findSeason({ id: game.seasonId, ...rest })
  return game
}

export const findPlayer = ({
  id,
  state,
  ...rest
}: { id: string | undefined } & Pick<FindArgs, 'account' | 'state'>): {
  player: CollegePlayer
  team: CollegeTeam
} => {
  for (const team of state.world.teams.values()) {
    const player = team.squad.find((each) => each.id === id)
    if (player) {
      findSeason({ id: team.seasonId, state, ...rest })
      return { player, team }
    }
  }
  throw missing('Player')
}
