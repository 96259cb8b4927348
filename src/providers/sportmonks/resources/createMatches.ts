import type { FetchPageArgs, Page, Resource, ResourceContext, Scope } from '../../../sdk/index.js'
import type { MatchFilter } from '../matches/matchFilter.js'
import type { MatchParams } from '../matches/MatchParams.js'
import type { SportmonksSettings } from '../resolveOptions.js'

import { couldMatchesBeLive } from '../../../content/soccer/index.js'
import { defineResource } from '../../../sdk/index.js'
import { fetchInplayMatches } from '../matches/fetchInplayMatches.js'
import { fetchLeftMatches } from '../matches/fetchLeftMatches.js'
import { fetchSeasonMatches } from '../matches/fetchSeasonMatches.js'
import { fetchWindowMatches } from '../matches/fetchWindowMatches.js'
import { fixtureSchema } from '../matches/fixtureSchema.js'
import { MATCH_INCLUDES } from '../matches/MATCH_INCLUDES.js'
import { matchFilter } from '../matches/matchFilter.js'
import { toMatch } from '../matches/toMatch.js'
import { fetchRow } from '../paging/fetchRow.js'
import { dateWindows } from '../scopes/dateWindows.js'
import { listSeasonScopes } from '../scopes/listSeasonScopes.js'

type Settings = Pick<SportmonksSettings, 'daysAhead' | 'daysBack' | 'leagues' | 'seasons'>

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Matches: whole seasons every night, the days around now every hour, and what is being played
 * every minute. One request a minute is 60 of the 2000 and more that every plan has per hour; only
 * the nightly pass sees deletions and matches that were moved out of the window.
 */
export const createMatches = (settings: Settings): Resource => {
  const filter = matchFilter(settings)
  return defineResource({
    budgets: ['Fixture'],
    collection: 'matches',
    couldBeLive: ({ documents, now }) =>
      couldMatchesBeLive({ documents, now, resource: 'matches' }),
    externalId: ({ id }) => String(id),
    fetchOne: (args) => fetchRow({ ...args, include: MATCH_INCLUDES, path: '/football/fixtures' }),
    fetchPage: ({ scope, ...context }) => fetchMatches({ ...context, filter, scope, settings }),
    map: toMatch,
    references: ['leagues', 'seasons', 'teams'],
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
        windowsAround({ now, settings, since }).map(({ from, to }) => ({
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

const fetchMatches = ({ scope, ...args }: FetchMatchesArgs): Promise<Page> => {
  switch (scope.kind) {
    case 'inplay':
      return fetchInplayMatches(args)
    case 'left':
      return fetchLeftMatches(args)
    case 'window':
      return fetchWindowMatches({ ...args, scope })
    default:
      return fetchSeasonMatches({ ...args, scope })
  }
}

type WindowsAroundArgs = { settings: Settings } & Pick<ResourceContext, 'now' | 'since'>

/** From some days before the last complete sync, whenever that was, to some days from now. */
const windowsAround = ({ now, settings: { daysAhead, daysBack }, since }: WindowsAroundArgs) =>
  dateWindows({
    from: new Date((since ?? now).getTime() - daysBack * DAY_MS),
    to: new Date(now.getTime() + daysAhead * DAY_MS),
  })
