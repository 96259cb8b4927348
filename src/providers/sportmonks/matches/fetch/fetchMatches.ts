import type { DateRange, FetchPageArgs, Page } from '../../../../sdk/index.js'
import type { SeasonParams } from '../../listSeasonScopes.js'
import type { SportmonksSettings } from '../../options.js'
import type { MatchFilter } from '../matchFilter.js'

import { getSeasonOf, readLeftOpen, readWindow } from '../../../../content/soccer/index.js'
import { hasOneOf } from '../../../../sdk/index.js'
import { fetchList } from '../../http/fetchList.js'
import { fetchWhenKnown } from '../../listSeasonScopes.js'
import { MATCH_INCLUDES } from '../fixtureSchema.js'
import { isStoredInScope } from '../matchFilter.js'
import { withDoubt } from '../withDoubt.js'
import { fetchInplayMatches } from './fetchInplayMatches.js'
import { fetchMatchesBetween } from './fetchMatchesBetween.js'
import { ID_PATH, toMatchesById } from './fetchMatchesByIds.js'
import { fetchMatchesThatEnded } from './fetchMatchesThatEnded.js'

/** The ways to read matches. */
export type MatchParams =
  | { kind: 'inplay' }
  | { kind: 'left' }
  | { kind: 'open' }
  | ({ kind: 'window' } & DateRange)
  | SeasonParams

type FetchMatchesArgs = {
  filter: MatchFilter
  settings: Pick<SportmonksSettings, 'leagues' | 'seasons'>
} & FetchPageArgs<MatchParams>

/** A page of a scope, with a mark on the matches that are said to go on and cannot be. */
export const fetchMatches = async (args: FetchMatchesArgs): Promise<Page> => {
  const page = await fetchScope(args)
  return { ...page, records: await withDoubt({ ...args, rows: page.records }) }
}

const fetchScope = async ({ scope, ...args }: FetchMatchesArgs): Promise<Page> => {
  const byId = toMatchesById(args)
  const isInScope = isStoredInScope(args.settings)
  switch (scope.kind) {
    case 'inplay':
      return await fetchInplayMatches(args)
    case 'left':
      return await fetchMatchesThatEnded(args)
    case 'open':
      return await readLeftOpen({ ...args, ...byId, isInScope })
    case 'window':
      return await readWindow({
        ...args,
        ...byId,
        fetchDays: (cursor) => fetchMatchesBetween({ ...args, cursor, scope }),
        idPath: ID_PATH,
        isListed: isInScope,
        range: scope,
      })
    default:
      return await fetchSeasonMatches({ ...args, ...getSeasonOf(scope) })
  }
}

type FetchSeasonMatchesArgs = Pick<
  Extract<MatchParams, { kind: 'season' }>,
  'isAhead' | 'seasonId'
> &
  Pick<FetchMatchesArgs, 'cursor' | 'http' | 'signal'>

/**
 * A page of all matches of a season. By season and not by date, because `/fixtures/between` was
 * reported to leave matches out, has a limit of 100 days, and some seasons have no dates.
 */
const fetchSeasonMatches = ({
  cursor,
  http,
  isAhead = false,
  seasonId,
  signal,
}: FetchSeasonMatchesArgs): Promise<Page> =>
  fetchWhenKnown({
    cursor,
    fetch: () =>
      fetchList({
        asked: `season ${seasonId}`,
        conditions: [hasOneOf({ path: ['season_id'], values: [seasonId] })],
        cursor,
        http,
        path: '/football/fixtures',
        query: { filters: `fixtureSeasons:${seasonId}`, include: MATCH_INCLUDES },
        signal,
      }),
    season: { isAhead },
    what: `Matches of season ${seasonId}`,
  })
