import type { Discovery } from '../../sdk/index.js'
import type { ApiFootballSettings } from './options.js'

import { fetchLeagueRows, leagueSchema } from './leagues.js'

/** As most leagues are. */
const TEAMS = 20

/** The list of a season has twenty players a page. */
const DETAIL_PAGES = 35

type DiscoverLeaguesArgs = Pick<ApiFootballSettings, 'leagues' | 'playerDetails' | 'seasons'>

/**
 * What runs take while the current season of each league is read; how many seasons there are in
 * all, nobody knows before.
 */
const toCosts = ({ playerDetails, seasons }: DiscoverLeaguesArgs): Discovery['costs'] =>
  seasons === 'current'
    ? {
        countries: { full: { run: 1 } },
        leagues: { full: { run: 1 } },
        matches: { full: { each: 1 }, incremental: { each: 1 }, live: { run: 1 } },
        players: { full: { each: TEAMS + (playerDetails ? DETAIL_PAGES : 0) } },
        seasons: { full: { run: 1 } },
        teams: { full: { each: 1 } },
      }
    : undefined

/** All leagues there are, by country: one request. */
export const discoverLeagues = (settings: DiscoverLeaguesArgs): Discovery => ({
  configured: settings.leagues,
  costs: toCosts(settings),
  list: async ({ http, signal }) => {
    const { records } = await fetchLeagueRows({
      cursor: undefined,
      http,
      leagues: undefined,
      signal,
    })
    return records.flatMap((record) => {
      const { data } = leagueSchema.safeParse(record)
      return data
        ? [
            {
              group: data.country?.name ?? undefined,
              label: data.league.name,
              picture: data.league.logo ?? undefined,
              value: data.league.id,
            },
          ]
        : []
    })
  },
  toConfig: (ids) => `apiFootball({ leagues: [${ids.join(', ')}] })`,
})
