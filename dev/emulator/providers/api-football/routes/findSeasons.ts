import type { Season, World } from '../../../world/types.js'
import type { Query } from '../query/readQuery.js'

import { yearOf } from '../rows/yearOf.js'

/** The seasons of the league, or of all, that have the year that was asked for. */
export const findSeasons = ({ query, world }: { query: Query; world: World }): Season[] => {
  const leagueId = query.number('league')
  const year = query.number('season')
  return [...world.seasons.values()].filter(
    (season) =>
      (leagueId === undefined || season.leagueId === leagueId) &&
      (year === undefined || yearOf(season) === year),
  )
}
