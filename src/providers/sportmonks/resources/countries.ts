import { defineResource } from '../../../sdk/index.js'
import { fetchRow } from '../paging/fetchRow.js'
import { nextCursor } from '../paging/nextCursor.js'
import { pagedAnswerSchema } from '../paging/pagedAnswerSchema.js'
import { toPageQuery } from '../paging/toPageQuery.js'
import { countrySchema } from '../records/countrySchema.js'
import { toCountry } from '../records/toCountry.js'

/** Every country of the core API. Some 250 that hardly ever change: once a week is enough. */
export const countries = defineResource({
  budgets: ['Country'],
  collection: 'countries',
  externalId: ({ id }) => String(id),
  fetchOne: (args) => fetchRow({ ...args, path: '/core/countries' }),
  fetchPage: async ({ cursor, http, signal }) => {
    const { data, pagination } = await http.get('/core/countries', {
      query: toPageQuery({ cursor }),
      schema: pagedAnswerSchema,
      signal,
    })
    return { next: nextCursor({ asked: cursor, pagination }), records: data }
  },
  map: toCountry,
  schedules: [{ cron: '0 2 * * 1', mode: 'full' }],
  schema: countrySchema,
  scopes: {
    full: () => [{ key: 'all', label: 'All countries', params: {}, provesAbsence: true }],
  },
})
