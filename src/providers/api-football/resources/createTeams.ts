import type { FetchPageArgs, Resource } from '../../../sdk/index.js'
import type { ApiFootballSettings } from '../resolveOptions.js'
import type { SeasonParams } from '../scopes/SeasonParams.js'

import { defineResource } from '../../../sdk/index.js'
import { fetchList } from '../paging/fetchList.js'
import { fetchRow } from '../paging/fetchRow.js'
import { teamSchema } from '../records/teamSchema.js'
import { toTeam } from '../records/toTeam.js'
import { listSeasonScopes } from '../scopes/listSeasonScopes.js'
import { toAskedSeason } from '../scopes/toAskedSeason.js'

/**
 * The teams of each season in scope, once a week. A team that is not in a season any more plays
 * elsewhere, so its absence proves nothing.
 */
export const createTeams = (settings: Pick<ApiFootballSettings, 'leagues' | 'seasons'>): Resource =>
  defineResource({
    collection: 'teams',
    externalId: ({ team }) => String(team.id),
    fetchOne: (args) => fetchRow({ ...args, path: '/teams' }),
    fetchPage: async ({ cursor, http, scope, signal }: FetchPageArgs<SeasonParams>) => {
      const { leagueId, year } = toAskedSeason(scope)
      const { next, rows } = await fetchList({
        cursor,
        http,
        path: '/teams',
        query: { league: leagueId, season: year },
        signal,
      })
      return { next, records: rows }
    },
    map: toTeam,
    references: ['countries', 'seasons'],
    schedules: [{ cron: '20 1 * * 1', mode: 'full' }],
    schema: teamSchema,
    scopes: {
      full: ({ now, stored }) =>
        listSeasonScopes({ neededBy: 'teams', now, provesAbsence: false, settings, stored }),
    },
  })
