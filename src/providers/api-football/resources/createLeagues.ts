import type { Resource } from '../../../sdk/index.js'
import type { ApiFootballSettings } from '../resolveOptions.js'

import { defineResource } from '../../../sdk/index.js'
import { fetchLeagueRows } from '../paging/fetchLeagueRows.js'
import { fetchRow } from '../paging/fetchRow.js'
import { leagueSchema } from '../records/leagueSchema.js'
import { toLeague } from '../records/toLeague.js'

/**
 * All leagues there are, or those of the option; one request either way. Only the whole list proves
 * absence: what the option leaves out is not gone.
 */
export const createLeagues = ({ leagues }: Pick<ApiFootballSettings, 'leagues'>): Resource =>
  defineResource({
    collection: 'leagues',
    externalId: ({ league }) => String(league.id),
    fetchOne: (args) => fetchRow({ ...args, path: '/leagues' }),
    fetchPage: ({ cursor, http, signal }) => fetchLeagueRows({ cursor, http, leagues, signal }),
    map: toLeague,
    references: ['countries'],
    schedules: [{ cron: '10 1 * * *', mode: 'full' }],
    schema: leagueSchema,
    scopes: {
      full: () => [
        leagues
          ? { key: 'chosen', label: 'The chosen leagues', params: {} }
          : { key: 'all', label: 'All leagues', params: {}, provesAbsence: true },
      ],
    },
  })
