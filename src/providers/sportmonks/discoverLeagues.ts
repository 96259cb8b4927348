import { z } from 'zod'

import type { DiscoveredChoice, Discovery } from '../../sdk/index.js'
import type { SportmonksSettings } from './options.js'

import { fetchList } from './http/fetchList.js'
import { leagueSchema, PATH } from './leagues.js'

/** Sportmonks answers with at most 50 leagues a page; no subscription has so many pages. */
const MOST_PAGES = 100

const rowSchema = leagueSchema.extend({
  country: z.looseObject({ name: z.string().nullish() }).nullish(),
})

/** As most leagues are: twenty teams, and 380 matches at fifty a page. */
const TEAMS = 20
const MATCH_PAGES = 8

/**
 * What runs take while the current season of each league is read; how many seasons there are in
 * all, nobody knows before. The days around now hold some 25 matches of a league.
 */
const COSTS: Discovery['costs'] = {
  countries: { full: { run: 6 } },
  leagues: { full: { each: 1 } },
  matches: {
    full: { each: MATCH_PAGES },
    incremental: { each: 0.5, run: 1 },
    live: { run: 1 },
  },
  players: { full: { each: TEAMS } },
  seasons: { full: { each: 1 } },
  teams: { full: { each: 1 } },
}

/** The leagues of the subscription, by country. */
export const discoverLeagues = ({
  leagues,
  seasons,
}: Pick<SportmonksSettings, 'leagues' | 'seasons'>): Discovery => ({
  configured: leagues,
  costs: seasons === 'current' ? COSTS : undefined,
  list: async ({ http, signal }) => {
    const choices: DiscoveredChoice[] = []
    let cursor
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const { next, records } = await fetchList({
        cursor,
        http,
        path: PATH,
        query: { include: 'country' },
        signal,
      })
      for (const record of records) {
        const { data } = rowSchema.safeParse(record)
        if (data) {
          choices.push({
            group: data.country?.name ?? undefined,
            label: data.name,
            picture: data.image_path ?? undefined,
            value: data.id,
          })
        }
      }
      if (next === undefined) {
        break
      }
      cursor = next
    }
    return choices
  },
  toConfig: (ids) => `sportmonks({ leagues: [${ids.join(', ')}] })`,
})
