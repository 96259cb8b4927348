import { z } from 'zod'

import type { CountryDocument } from '../../content/soccer/index.js'

import {
  defineResource,
  mapGiven,
  refuseEmpty,
  textSchema,
  withoutAbsent,
} from '../../sdk/index.js'
import { fetchList } from './http/fetchList.js'
import { fetchRow } from './http/fetchRow.js'
import { ISO_COUNTRY_CODES } from './ISO_COUNTRY_CODES.js'

/** A country of the core API. Also continents such as Europe are in the list. */
const countrySchema = z.looseObject({
  id: z.int(),
  name: textSchema,
  image_path: textSchema.nullish(),
  iso2: z.string().nullish(),
})

/** Every country of the core API. Some 250 that hardly ever change: once a week is enough. */
export const countries = defineResource({
  budgets: ['Country'],
  collection: 'countries',
  externalId: ({ id }) => String(id),
  fetchOne: (args) => fetchRow({ ...args, path: '/core/countries' }),
  fetchPage: async ({ cursor, http, signal }) => {
    const page = await fetchList({ cursor, http, path: '/core/countries', signal })
    return page.records.length > 0
      ? page
      : refuseEmpty({
          advice:
            'There are some 250: the subscription may not include the core API, or the option ' +
            '"baseUrl" may lead elsewhere.',
          list: 'list of countries',
          provider: 'Sportmonks',
        })
  },
  map: (country) => toCountry(country),
  schedules: [{ cron: '0 2 * * 1', mode: 'full' }],
  schema: countrySchema,
  scopes: {
    full: () => [{ key: 'all', label: 'All countries', params: {}, provesAbsence: true }],
  },
})

/** A country. `iso2` becomes the code only where ISO knows it: England is "EN" at Sportmonks. */
export const toCountry = ({
  name,
  image_path,
  iso2,
}: z.output<typeof countrySchema>): CountryDocument =>
  withoutAbsent({
    name,
    code: mapGiven({ map: (code) => (ISO_COUNTRY_CODES.has(code) ? code : null), value: iso2 }),
    flag: image_path,
  })
