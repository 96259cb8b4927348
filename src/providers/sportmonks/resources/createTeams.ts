import type { FetchPageArgs, Resource } from '../../../sdk/index.js'
import type { SportmonksSettings } from '../resolveOptions.js'
import type { SeasonParams } from '../scopes/SeasonParams.js'

import { defineResource } from '../../../sdk/index.js'
import { fetchRow } from '../paging/fetchRow.js'
import { listAnswerSchema } from '../paging/listAnswerSchema.js'
import { nextCursor } from '../paging/nextCursor.js'
import { toPageQuery } from '../paging/toPageQuery.js'
import { teamSchema } from '../records/teamSchema.js'
import { toTeam } from '../records/toTeam.js'
import { listSeasonScopes } from '../scopes/listSeasonScopes.js'
import { toSeasonId } from '../scopes/toSeasonId.js'

/**
 * The teams of each season in scope. A team that is not in a season any more plays elsewhere, so
 * its absence proves nothing.
 */
export const createTeams = (settings: Pick<SportmonksSettings, 'leagues' | 'seasons'>): Resource =>
  defineResource({
    budgets: ['Team'],
    collection: 'teams',
    externalId: ({ id }) => String(id),
    fetchOne: (args) => fetchRow({ ...args, include: 'venue', path: '/football/teams' }),
    fetchPage: async ({ cursor, http, scope, signal }: FetchPageArgs<SeasonParams>) => {
      const { data, pagination } = await http.get(`/football/teams/seasons/${toSeasonId(scope)}`, {
        query: { include: 'venue', ...toPageQuery({ cursor }) },
        schema: listAnswerSchema,
        signal,
      })
      return { next: nextCursor({ asked: cursor, pagination }), records: data }
    },
    map: toTeam,
    references: ['countries', 'seasons'],
    schedules: [{ cron: '30 2 * * *', mode: 'full' }],
    schema: teamSchema,
    scopes: {
      full: ({ stored }) =>
        listSeasonScopes({ neededBy: 'teams', provesAbsence: false, settings, stored }),
    },
  })
