import { z } from 'zod'

import type { CountryDocument } from '../../content/soccer/index.js'
import type { Reference } from '../../sdk/index.js'

import {
  defineResource,
  mapGiven,
  nameSchema,
  refuseEmpty,
  textSchema,
  toReference,
  withoutAbsent,
} from '../../sdk/index.js'
import { fetchList } from './http/fetchList.js'
import { toText } from './toText.js'

/** A country. It has no id. */
export const countrySchema = z.looseObject({
  name: nameSchema,
  code: textSchema.nullish(),
  flag: textSchema.nullish(),
})

/** Every country, known by its name. Some 170 that hardly ever change: once a week is enough. */
export const countries = defineResource({
  collection: 'countries',
  externalId: ({ name }) => toCountryId(name),
  fetchPage: async ({ cursor, http, signal }) => {
    const { next, rows } = await fetchList({ cursor, http, path: '/countries', signal })
    return rows.length > 0
      ? { next, records: rows }
      : refuseEmpty({
          advice:
            'There are more than a hundred: the plan of the key may not give access to it, or the ' +
            'option "baseUrl" may lead elsewhere.',
          list: 'list of countries',
          provider: 'API-Football',
        })
  },
  map: (country) => toCountry(country),
  schedules: [{ cron: '0 1 * * 1', mode: 'full' }],
  schema: countrySchema,
  scopes: {
    full: () => [{ key: 'all', label: 'All countries', params: {}, provesAbsence: true }],
  },
})

/** ISO 3166-1, or 3166-2 for a part of a country. */
const ISO_CODE = /^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/

/** A country, with the name as the provider writes it: `Costa-Rica`. */
export const toCountry = ({ name, code, flag }: z.output<typeof countrySchema>): CountryDocument =>
  withoutAbsent({
    name,
    code: mapGiven({ map: (given) => (ISO_CODE.test(given) ? given : null), value: code }),
    flag: mapGiven({ map: toText, value: flag }),
  })

/**
 * What a country is known by: its name, because the codes are not unique (`GB` is four countries).
 * The list of countries writes `New-Zealand`, players and some teams `New Zealand`.
 */
const toCountryId = (name: string): string => name.trim().replace(/\s+/g, '-')

/**
 * A country by its name. Teams and players name countries that the list of countries lacks (72 of
 * 240, seen in recordings), so the name is enough to create one.
 */
export const toCountryReference = (name: null | string | undefined): null | Reference | undefined =>
  toReference({
    id: mapGiven({ map: (given) => toCountryId(given) || null, value: name }),
    resource: 'countries',
    stub: { name: name?.trim() ?? '' },
  })
