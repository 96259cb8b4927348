import type { DateRange, FetchPageArgs, Page, Resource, Scope } from '../../../sdk/index.js'
import type { SeasonParams } from '../listSeasonScopes.js'
import type { SportmonksSettings } from '../options.js'
import type { MatchFilter } from './matchFilter.js'

import { getSeasonOf, MATCHES } from '../../../content/soccer/index.js'
import { defineResource, hasOneOf, splitDateRange, toDateRange } from '../../../sdk/index.js'
import { fetchList } from '../http/fetchList.js'
import { fetchRow } from '../http/fetchRow.js'
import { listSeasonScopes } from '../listSeasonScopes.js'
import { fetchInplayMatches } from './fetchInplayMatches.js'
import { fetchMatchesBetween } from './fetchMatchesBetween.js'
import { fetchMatchesThatEnded } from './fetchMatchesThatEnded.js'
import { fixtureSchema, MATCH_INCLUDES } from './fixtureSchema.js'
import { matchFilter } from './matchFilter.js'
import { toMatch } from './toMatch.js'

type Settings = Pick<SportmonksSettings, 'daysAhead' | 'daysBack' | 'leagues' | 'seasons'>

/** The four ways to read matches. */
type MatchParams =
  { kind: 'inplay' } | { kind: 'left' } | ({ kind: 'window' } & DateRange) | SeasonParams

/**
 * The documented maximum is 100 days; both ends are counted here, which is the stricter reading.
 */
const MAX_DAYS = 100

/**
 * Matches: whole seasons every night, the days around now every hour, and what is being played
 * every minute. One request a minute is 60 of the 2000 and more that every subscription has per
 * hour; only the nightly pass sees deletions and matches that were moved out of the range.
 */
export const createMatches = (settings: Settings): Resource => {
  const filter = matchFilter(settings)
  return defineResource({
    ...MATCHES,
    budgets: ['Fixture'],
    externalId: ({ id }) => String(id),
    fetchOne: (args) => fetchRow({ ...args, include: MATCH_INCLUDES, path: '/football/fixtures' }),
    fetchPage: ({ scope, ...context }) => fetchMatches({ ...context, filter, scope, settings }),
    map: toMatch,
    schedules: [
      { cron: '30 3 * * *', mode: 'full' },
      { cron: '5 * * * *', mode: 'incremental' },
      { cron: '* * * * *', mode: 'live' },
    ],
    schema: fixtureSchema,
    scopes: {
      full: ({ stored }): Promise<Scope<MatchParams>[]> =>
        listSeasonScopes({ neededBy: 'matches', provesAbsence: true, settings, stored }),
      incremental: ({ now, since }): Scope<MatchParams>[] =>
        splitDateRange({
          maxDays: MAX_DAYS,
          range: toDateRange({ ...settings, now, since }),
        }).map(({ from, to }) => ({
          key: `between:${from}:${to}`,
          label: `Matches from ${from} to ${to}`,
          params: { from, kind: 'window', to },
        })),
      // In this order: what the first one sees is not asked for again by the second.
      live: (): Scope<MatchParams>[] => [
        { key: 'inplay', label: 'Matches being played', params: { kind: 'inplay' } },
        { key: 'left', label: 'Matches that left the live list', params: { kind: 'left' } },
      ],
    },
  })
}

type FetchMatchesArgs = { filter: MatchFilter; settings: Settings } & FetchPageArgs<MatchParams>

const fetchMatches = async ({ scope, ...args }: FetchMatchesArgs): Promise<Page> => {
  switch (scope.kind) {
    case 'inplay':
      return await fetchInplayMatches(args)
    case 'left':
      return await fetchMatchesThatEnded(args)
    case 'window':
      return await fetchMatchesBetween({ ...args, scope })
    default:
      return await fetchSeasonMatches({ ...args, ...getSeasonOf(scope) })
  }
}

type FetchSeasonMatchesArgs = { seasonId: number } & Pick<
  FetchMatchesArgs,
  'cursor' | 'http' | 'signal'
>

/**
 * A page of all matches of a season. By season and not by date, because `/fixtures/between` was
 * reported to leave matches out, has a limit of 100 days, and some seasons have no dates.
 */
const fetchSeasonMatches = ({
  cursor,
  http,
  seasonId,
  signal,
}: FetchSeasonMatchesArgs): Promise<Page> =>
  fetchList({
    asked: `season ${seasonId}`,
    conditions: [hasOneOf({ path: ['season_id'], values: [seasonId] })],
    cursor,
    http,
    path: '/football/fixtures',
    query: { filters: `fixtureSeasons:${seasonId}`, include: MATCH_INCLUDES },
    signal,
  })
