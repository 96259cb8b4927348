import { z } from 'zod'

import type { DiscoveredChoice, Discovery } from '../../sdk/index.js'

import { fetchList } from './http/fetchList.js'
import { leagueSchema, PATH } from './leagues.js'

/** Sportmonks answers with at most 50 leagues a page; no subscription has so many pages. */
const MOST_PAGES = 100

const rowSchema = leagueSchema.extend({
  country: z.looseObject({ name: z.string().nullish() }).nullish(),
})

/** The leagues of the subscription, by country. */
export const discoverLeagues: Discovery = {
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
          choices.push({ group: data.country?.name ?? undefined, label: data.name, value: data.id })
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
}
