import { defineResource } from '../../../sdk/index.js'
import { fetchList } from '../paging/fetchList.js'
import { countrySchema } from '../records/countrySchema.js'
import { toCountry } from '../records/toCountry.js'
import { toCountryId } from '../toCountryId.js'

/** Every country, known by its name. Some 170 that hardly ever change: once a week is enough. */
export const countries = defineResource({
  collection: 'countries',
  externalId: ({ name }) => toCountryId(name),
  fetchPage: async ({ cursor, http, signal }) => {
    const { next, rows } = await fetchList({ cursor, http, path: '/countries', signal })
    return { next, records: rows }
  },
  map: toCountry,
  schedules: [{ cron: '0 1 * * 1', mode: 'full' }],
  schema: countrySchema,
  scopes: {
    full: () => [{ key: 'all', label: 'All countries', params: {}, provesAbsence: true }],
  },
})
