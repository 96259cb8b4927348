import type { Season, World } from './types.js'

import { toDay } from '../moments.js'

/**
 * The last season of a league that has begun is its current one, even after its end and until the
 * next one begins: so it can be over and current, as real ones can.
 */
export const isCurrentSeason = ({
  now,
  season,
  world,
}: {
  now: number
  season: Season
  world: World
}): boolean =>
  [...world.seasons.values()]
    .filter(({ leagueId, startsOn }) => leagueId === season.leagueId && startsOn <= toDay(now))
    .reduce<null | Season>((a, b) => (a && a.startsOn > b.startsOn ? a : b), null)?.id === season.id
