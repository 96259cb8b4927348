import type { Route } from './Route.js'

import { contains, holds, holdsOneOf, select } from '../query/conditions.js'
import { toTeamRow } from '../rows/toTeamRow.js'
import { findSeasons } from './findSeasons.js'

export const teams: Route = {
  find: ({ context, query }) => {
    const { world } = context
    const ids = query.has('season')
      ? findSeasons({ query, world }).flatMap(({ teamIds }) => teamIds)
      : undefined
    const rows = context.list({
      entity: 'team',
      ids: ids ?? world.teams.keys(),
      toRow: (id) => toTeamRow({ id, context }),
    })
    return select(rows, [
      holdsOneOf({ path: 'team.id', values: ids }),
      holds({ paths: ['team.id'], value: query.number('id') }),
      holds({ paths: ['team.name'], value: query.text('name') }),
      holds({ paths: ['team.country'], value: query.text('country') }),
      holds({ paths: ['team.code'], value: query.text('code')?.toUpperCase() }),
      holds({ paths: ['venue.id'], value: query.number('venue') }),
      contains({ paths: ['team.name', 'team.country'], text: query.text('search') }),
    ])
  },
  path: '/teams',
  rules: {
    names: ['id', 'name', 'league', 'season', 'country', 'code', 'venue', 'search'],
    needs: { league: [['season']], season: [['league']] },
    needsOne: true,
    rivals: [
      ['name', 'search'],
      ['country', 'search'],
    ],
  },
}
