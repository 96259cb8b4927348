import type { Json, Row } from '../../../json.js'
import type { World } from '../../../world/types.js'
import type { Query } from '../query/readQuery.js'
import type { Route } from './Route.js'

import { isRow } from '../../../json.js'
import { contains, holds, holdsOneOf, select } from '../query/conditions.js'
import { toLeagueRow } from '../rows/toLeagueRow.js'

/** Leagues with their seasons. Without a parameter all of them, in one answer. */
export const leagues: Route = {
  find: ({ context, query }) => {
    const type = query.text('type')
    const teamId = query.number('team')
    const rows = context.list({
      entity: 'league',
      ids: context.world.leagues.keys(),
      toRow: (id) => toLeagueRow({ id, context }),
    })
    return select(rows, [
      holds({ paths: ['league.id'], value: query.number('id') }),
      holds({ paths: ['league.name'], value: query.text('name') }),
      holds({ paths: ['league.type'], value: type && (type === 'cup' ? 'Cup' : 'League') }),
      holds({ paths: ['country.name'], value: query.text('country') }),
      holds({ paths: ['country.code'], value: query.text('code')?.toUpperCase() }),
      contains({ paths: ['league.name', 'country.name'], text: query.text('search') }),
      holdsOneOf({
        path: 'league.id',
        values: teamId === undefined ? undefined : leaguesOf({ teamId, world: context.world }),
      }),
    ]).flatMap((row) => withSeasons({ query, row }))
  },
  path: '/leagues',
  rules: {
    names: ['id', 'name', 'country', 'code', 'season', 'team', 'type', 'current', 'search'],
    rivals: [
      ['name', 'search'],
      ['country', 'search'],
    ],
  },
}

const leaguesOf = ({ teamId, world }: { teamId: number; world: World }): number[] =>
  world.matchesOf({ id: teamId, of: 'team' }).map(({ leagueId }) => leagueId)

/** With the seasons that were asked for only; a league without one is none that was asked for. */
const withSeasons = ({ query, row }: { query: Query; row: Row }): Row[] => {
  const year = query.number('season')
  const current = query.text('current')
  if ((year === undefined && current === undefined) || !Array.isArray(row.seasons)) {
    return [row]
  }
  const isAsked = (season: Json): boolean =>
    isRow(season) &&
    (year === undefined || season.year === year) &&
    (current === undefined || season.current === (current === 'true'))
  const seasons = row.seasons.filter(isAsked)
  return seasons.length > 0 ? [{ ...row, seasons }] : []
}
