import type { FetchPageArgs, Page, Resource } from '../../../sdk/index.js'
import type { MatchParams } from '../matches/MatchParams.js'
import type { ApiFootballSettings } from '../resolveOptions.js'

import { couldMatchesBeLive } from '../../../content/soccer/index.js'
import { defineResource } from '../../../sdk/index.js'
import { fetchDayMatches } from '../matches/fetchDayMatches.js'
import { fetchLeftMatches } from '../matches/fetchLeftMatches.js'
import { fetchLiveMatches } from '../matches/fetchLiveMatches.js'
import { fetchMatch } from '../matches/fetchMatch.js'
import { fetchSeasonMatches } from '../matches/fetchSeasonMatches.js'
import { fixtureSchema } from '../matches/fixtureSchema.js'
import { listIncrementalScopes } from '../matches/listIncrementalScopes.js'
import { listLiveScopes } from '../matches/listLiveScopes.js'
import { toMatch } from '../matches/toMatch.js'
import { listSeasonScopes } from '../scopes/listSeasonScopes.js'
import { toAskedSeason } from '../scopes/toAskedSeason.js'

type Settings = Pick<ApiFootballSettings, 'daysAhead' | 'daysBack' | 'leagues' | 'seasons'>

/**
 * Matches: whole seasons every day, after the provider has checked what is postponed (05 to 09 UTC);
 * the days around now every six hours; and what is being played every minute, while anything is.
 */
export const createMatches = (settings: Settings): Resource =>
  defineResource({
    collection: 'matches',
    couldBeLive: ({ documents, now }) =>
      couldMatchesBeLive({ documents, now, resource: 'matches' }),
    externalId: ({ fixture }) => String(fixture.id),
    fetchOne: fetchMatch,
    fetchPage: (args: FetchPageArgs<MatchParams>) => fetchMatches({ ...args, settings }),
    map: toMatch,
    references: ['leagues', 'seasons', 'teams'],
    schedules: [
      { cron: '30 9 * * *', mode: 'full' },
      { cron: '45 3,15,21 * * *', mode: 'incremental' },
      { cron: '* * * * *', mode: 'live' },
    ],
    schema: fixtureSchema,
    scopes: {
      full: ({ now, stored }) =>
        listSeasonScopes({ neededBy: 'matches', now, provesAbsence: true, settings, stored }),
      incremental: ({ now, since, stored }) =>
        listIncrementalScopes({ now, settings, since, stored }),
      live: ({ now, stored }) => listLiveScopes({ now, settings, stored }),
    },
    // "N. Ramírez" and "Nicolas Ramirez, Argentina", "Inglewood" and "Inglewood, California".
    unsteadyFields: ['referee', 'venue.city', 'venue.name'],
  })

type FetchMatchesArgs = { settings: Settings } & FetchPageArgs<MatchParams>

const fetchMatches = async ({ scope, ...args }: FetchMatchesArgs): Promise<Page> => {
  switch (scope.kind) {
    case 'day':
      return await fetchDayMatches({ ...args, scope })
    case 'left':
      return await fetchLeftMatches(args)
    case 'live':
      return await fetchLiveMatches(args)
    case 'window':
      return await fetchSeasonMatches({ ...args, season: scope.season, window: scope.window })
    default:
      return await fetchSeasonMatches({ ...args, season: toAskedSeason(scope) })
  }
}
