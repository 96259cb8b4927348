import type { Route } from './Route.js'

import { contains, holds, holdsOneOf, select } from '../query/conditions.js'
import { toPlayerRow } from '../rows/toPlayerRow.js'
import { findSeasons } from './findSeasons.js'

/** The players of a season's teams, twenty to a page. */
export const players: Route = {
  find: ({ context, query }) => {
    const { world } = context
    const seasons = findSeasons({ query, world })
    const teamId = query.number('team')
    const teamIds = new Set(seasons.flatMap((season) => season.teamIds))
    const ids = [...teamIds]
      .filter((id) => teamId === undefined || id === teamId)
      .flatMap((id) => world.squadOf(id).map((player) => player.id))
    const rows = context.list({
      entity: 'player',
      ids,
      toRow: (id) => toPlayerRow({ id, context, seasons }),
    })
    return select(rows, [
      holdsOneOf({ path: 'player.id', values: ids }),
      holds({ paths: ['player.id'], value: query.number('id') }),
      contains({ paths: ['player.name', 'player.lastname'], text: query.text('search') }),
    ])
  },
  isPaged: true,
  path: '/players',
  rules: {
    names: ['id', 'team', 'league', 'season', 'search', 'page'],
    needs: {
      id: [['season']],
      league: [['season']],
      page: [['season']],
      search: [['league', 'team']],
      season: [['id', 'league', 'team']],
      team: [['season']],
    },
    needsOne: true,
  },
}
