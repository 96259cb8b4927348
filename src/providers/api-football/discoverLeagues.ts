import type { Discovery } from '../../sdk/index.js'

import { fetchLeagueRows, leagueSchema } from './leagues.js'

/** All leagues there are, by country: one request. */
export const discoverLeagues: Discovery = {
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
              value: data.league.id,
            },
          ]
        : []
    })
  },
  toConfig: (ids) => `apiFootball({ leagues: [${ids.join(', ')}] })`,
}
