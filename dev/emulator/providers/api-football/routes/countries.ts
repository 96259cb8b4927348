import type { World } from '../../../world/types.js'
import type { Route } from './Route.js'

import { contains, holds, select } from '../query/conditions.js'
import { isContinent, toCountryWords } from '../rows/words/countryWords.js'

/** Countries have no id: the name is their key. */
export const countries: Route = {
  find: ({ context, query }) => {
    const { world } = context
    const rows = context.list({
      entity: 'country',
      ids: idsOf(world),
      toRow: (id) => {
        const country = world.countries.get(id)
        return country ? toCountryWords(country) : null
      },
    })
    return select(rows, [
      holds({ paths: ['name'], value: query.text('name') }),
      holds({ paths: ['code'], value: query.text('code')?.toUpperCase() }),
      contains({ paths: ['name'], text: query.text('search') }),
    ])
  },
  path: '/countries',
  rules: {
    names: ['name', 'code', 'search'],
    rivals: [
      ['name', 'search'],
      ['code', 'search'],
    ],
  },
}

/** The continents are one country, `World`. */
const idsOf = (world: World): number[] => {
  const all = [...world.countries.values()]
  const continents = all.filter(isContinent).slice(0, 1)
  return [...all.filter((country) => !isContinent(country)), ...continents].map(({ id }) => id)
}
