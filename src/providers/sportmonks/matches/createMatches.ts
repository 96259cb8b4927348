import type {
  FetchOneArgs,
  FoundRecord,
  Resource,
  ResourceContext,
  Scope,
} from '../../../sdk/index.js'
import type { SportmonksSettings } from '../options.js'
import type { MatchParams } from './fetch/fetchMatches.js'

import { findLeftOpen, MATCHES } from '../../../content/soccer/index.js'
import { defineResource, splitDateRange, toDateRange } from '../../../sdk/index.js'
import { fetchRow } from '../http/fetchRow.js'
import { listSeasonScopes } from '../listSeasonScopes.js'
import { fetchMatches } from './fetch/fetchMatches.js'
import { fixtureSchema, MATCH_INCLUDES } from './fixtureSchema.js'
import { isStoredInScope, matchFilter } from './matchFilter.js'
import { toMatch } from './toMatch.js'
import { remarkOn, withDoubt } from './withDoubt.js'

type Settings = Pick<SportmonksSettings, 'daysAhead' | 'daysBack' | 'leagues' | 'seasons'>

/**
 * The documented maximum is 100 days; both ends are counted here, which is the stricter reading.
 */
const MAX_DAYS = 100

/**
 * Matches: whole seasons every night, the days around now every hour, and what is being played
 * every minute. One request a minute is 60 of the 2000 and more that every subscription has per
 * hour; only the nightly pass sees deletions.
 */
export const createMatches = (settings: Settings): Resource => {
  const filter = matchFilter(settings)
  return defineResource({
    ...MATCHES,
    budgets: ['Fixture'],
    externalId: ({ id }) => String(id),
    fetchOne: fetchMatch,
    fetchPage: ({ scope, ...context }) => fetchMatches({ ...context, filter, scope, settings }),
    map: toMatch,
    remark: remarkOn,
    schedules: [
      { cron: '30 3 * * *', mode: 'full' },
      { cron: '5 * * * *', mode: 'incremental' },
      { cron: '* * * * *', mode: 'live' },
    ],
    schema: fixtureSchema,
    scopes: {
      full: ({ now, stored }) => listFullScopes({ now, settings, stored }),
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

type ListFullScopesArgs = { settings: Settings } & Pick<ResourceContext, 'now' | 'stored'>

/** Whole seasons, and then what never ended and is of none of them. */
const listFullScopes = async ({
  now,
  settings,
  stored,
}: ListFullScopesArgs): Promise<Scope<MatchParams>[]> => {
  const seasons = await listSeasonScopes({
    neededBy: 'matches',
    now,
    provesAbsence: true,
    settings,
    stored,
  })
  const open = await findLeftOpen({ isInScope: isStoredInScope(settings), now, stored })
  return [
    ...seasons,
    ...(open.length > 0
      ? [{ key: 'open', label: 'Matches that never ended', params: { kind: 'open' as const } }]
      : []),
  ]
}

/** One match by its id. */
const fetchMatch = async ({ now, stored, ...args }: FetchOneArgs): Promise<FoundRecord> => {
  const path = '/football/fixtures'
  const { record } = await fetchRow({ ...args, include: MATCH_INCLUDES, path })
  const [marked] = await withDoubt({ now, rows: [record], stored })
  return { record: marked }
}
