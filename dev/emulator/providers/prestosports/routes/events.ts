import type { Json, Row } from '../../../json.js'
import type { CollegeGame } from '../../../world/college/types.js'
import type { FindArgs, Route } from './Route.js'

import { readPage } from '../query/readPage.js'
import { RefusedError } from '../RefusedError.js'
import { toBoxXml } from '../rows/box/toBoxXml.js'
import { toEventRow } from '../rows/toEventRow.js'
import { toSeasonRow } from '../rows/toSeasonRow.js'
import { toTeamRow } from '../rows/toTeamRow.js'
import { findGame, findSeason, findTeam } from './find.js'
import { isBetween } from './isBetween.js'

/** A page of events, with the number of all. */
export type Paged = { data: Row[]; totalElements: number }

export const isPaged = (found: unknown): found is Paged =>
  typeof found === 'object' && found !== null && 'totalElements' in found

const listEvents = ({
  games,
  now,
  query,
  state,
}: { games: CollegeGame[] } & Pick<FindArgs, 'now' | 'query' | 'state'>): Json => {
  const { number, size } = readPage(query)
  const found = games.filter(isBetween({ from: query.get('from'), to: query.get('to') }))
  return {
    data: found
      .slice(number * size, (number + 1) * size)
      .map((game) => toEventRow({ game, now, state })),
    totalElements: found.length,
  }
}

const findBox = ({ ids: [id], now, ...args }: FindArgs): Json => {
  const game = findGame({ id, ...args })
  const known = args.state.games.at({ game, now })
  if (!known || known.stage.state === 'notStarted') {
    throw new RefusedError({ message: 'No stats for this event', status: 404 })
  }
  return { xml: toBoxXml({ game, known }) }
}

/** Seasons, their teams, and games. */
export const events: readonly Route[] = [
  {
    find: ({ ids: [id], ...args }) => toSeasonRow(findSeason({ id, ...args })),
    isOpen: true,
    path: '/seasons/:id',
  },
  {
    find: ({ ids: [id], ...args }) =>
      findSeason({ id, ...args }).teamIds.map((teamId) => {
        const { world } = args.state
        return toTeamRow({ team: world.teams.get(teamId)!, world })
      }),
    path: '/seasons/:id/teams',
  },
  {
    find: ({ ids: [id], ...args }) =>
      listEvents({
        ...args,
        games: args.state.world.gamesOfSeason(findSeason({ id, ...args }).id),
      }),
    path: '/seasons/:id/events',
  },
  {
    find: ({ ids: [id], ...args }) =>
      listEvents({ ...args, games: args.state.world.gamesOfTeam(findTeam({ id, ...args }).id) }),
    path: '/teams/:id/events',
  },
  {
    find: ({ ids: [id], now, ...args }) =>
      toEventRow({ game: findGame({ id, ...args }), now, state: args.state }),
    path: '/events/:id',
  },
  { find: findBox, path: '/events/:id/stats' },
  { find: findBox, path: '/events/:id/livestats' },
]
