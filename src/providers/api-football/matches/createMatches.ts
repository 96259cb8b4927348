import type {
  DateRange,
  DefaultSchedule,
  FetchOneArgs,
  FetchPageArgs,
  FoundRecord,
  Page,
  Resource,
  ResourceContext,
  Scope,
} from '../../../sdk/index.js'
import type { AskedSeason, SeasonParams } from '../listSeasonScopes.js'
import type { ApiFootballSettings } from '../options.js'
import type { IncrementalParams } from './listIncrementalScopes.js'

import {
  getSeasonOf,
  isSameInMatch,
  MATCHES,
  mayMatchesBeOn,
  SPELT_IN_MATCH,
} from '../../../content/soccer/index.js'
import { checkAsked, defineResource, hasOneOf } from '../../../sdk/index.js'
import { fetchList, fetchRow } from '../http/fetchList.js'
import { listSeasonScopes } from '../listSeasonScopes.js'
import { fetchDayMatches } from './fetch/fetchDayMatches.js'
import { fetchLiveMatches } from './fetch/fetchLiveMatches.js'
import { fetchMatchesThatEnded } from './fetch/fetchMatchesThatEnded.js'
import { fixtureSchema } from './fixtureSchema.js'
import { listIncrementalScopes } from './listIncrementalScopes.js'
import { toMatch } from './toMatch.js'
import { withSeasons, withStoredSeasons } from './withSeasons.js'

/** The ways to read matches. */
type MatchParams = { kind: 'left' } | { kind: 'live' } | IncrementalParams | SeasonParams

type Settings = Pick<ApiFootballSettings, 'daysAhead' | 'daysBack' | 'leagues' | 'seasons'>

/**
 * Whole seasons every day, after the provider has checked what is postponed (05 to 09 UTC); the
 * days around now every six hours; and what is being played every minute, while anything is.
 */
const SCHEDULES: readonly DefaultSchedule[] = [
  { cron: '30 9 * * *', mode: 'full' },
  { cron: '45 3,15,21 * * *', mode: 'incremental' },
  { cron: '* * * * *', mode: 'live' },
]

/** Matches, by season, by day and by id. */
export const createMatches = (settings: Settings): Resource =>
  defineResource({
    ...MATCHES,
    externalId: ({ fixture }) => String(fixture.id),
    fetchOne: fetchMatch,
    fetchPage: (args: FetchPageArgs<MatchParams>) => fetchMatches({ ...args, settings }),
    isSameSpelling: isSameInMatch,
    map: toMatch,
    schedules: SCHEDULES,
    schema: fixtureSchema,
    scopes: {
      full: ({ now, stored }) =>
        listSeasonScopes({ neededBy: 'matches', now, provesAbsence: true, settings, stored }),
      incremental: ({ now, since, stored }) =>
        listIncrementalScopes({ now, settings, since, stored }),
      live: ({ now, stored }) => listLiveScopes({ now, settings, stored }),
    },
    // "N. Ramírez" and "Nicolas Ramirez, Argentina", "Inglewood" and "Inglewood, California".
    unsteadyFields: SPELT_IN_MATCH,
  })

type ListLiveScopesArgs = { settings: Settings } & Pick<ResourceContext, 'now' | 'stored'>

/**
 * What is on now, and then what has just left that list; in this order, so that what the first one
 * sees is not asked for again by the second. Nothing is asked for while no stored match of the
 * leagues in scope can be on: a request a minute would use up the free plan's day before noon.
 */
const listLiveScopes = async ({
  now,
  settings: { leagues },
  stored,
}: ListLiveScopesArgs): Promise<Scope<MatchParams>[]> => {
  // Somewhere in the world there is always a match on.
  if (leagues && !(await mayMatchesBeOn({ now, stored }))) {
    return []
  }
  return [
    { key: 'live', label: 'Matches being played', params: { kind: 'live' } },
    { key: 'left', label: 'Matches that left the live list', params: { kind: 'left' } },
  ]
}

type FetchMatchesArgs = { settings: Settings } & FetchPageArgs<MatchParams>

const fetchMatches = async ({ scope, ...args }: FetchMatchesArgs): Promise<Page> => {
  switch (scope.kind) {
    case 'day':
      return await fetchDayMatches({ ...args, scope })
    case 'left':
      return await fetchMatchesThatEnded(args)
    case 'live':
      return await fetchLiveMatches(args)
    case 'window':
      return await fetchSeasonMatches({ ...args, ...scope })
    default:
      return await fetchSeasonMatches({ ...args, ...getSeasonOf(scope) })
  }
}

type FetchSeasonMatchesArgs = {
  season: AskedSeason
  /** @default the whole season */
  window?: DateRange
} & Pick<FetchMatchesArgs, 'cursor' | 'http' | 'signal'>

/**
 * The matches of a season, or those of some of its days. An empty list is believed: `errors` was
 * empty and `results` said so, while a refusal fills `errors`.
 */
const fetchSeasonMatches = async ({
  season: { leagueId, seasons, year },
  window,
  ...args
}: FetchSeasonMatchesArgs): Promise<Page> => {
  const query = { league: leagueId, season: year, ...window }
  const { next, rows } = await fetchList({ ...args, path: '/fixtures', query })
  const asked = checkAsked({
    asked: `season ${year} of league ${leagueId}`,
    conditions: [
      hasOneOf({ path: ['league', 'id'], values: [leagueId] }),
      hasOneOf({ path: ['league', 'season'], values: [year] }),
    ],
    provider: 'API-Football',
    rows,
  })
  return { next, records: withSeasons({ rows: asked, seasonsOf: () => seasons }) }
}

/** One match by its id, with the season it belongs to. */
const fetchMatch = async ({ stored, ...args }: FetchOneArgs): Promise<FoundRecord | null> => {
  const found = await fetchRow({ ...args, path: '/fixtures' })
  if (!found) {
    return null
  }
  const [record] = await withStoredSeasons({ rows: [found.record], stored })
  return { record }
}
