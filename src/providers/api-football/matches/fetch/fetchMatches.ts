import type { MatchDocument } from '../../../../content/soccer/index.js'
import type { DateRange, FetchPageArgs, Page } from '../../../../sdk/index.js'
import type { AskedSeason } from '../../listSeasonScopes.js'
import type { MatchParams, MatchSettings } from '../listScopes.js'

import { getSeasonOf, readLeftOpen, readWindow } from '../../../../content/soccer/index.js'
import { checkAsked, hasOneOf, referencedId } from '../../../../sdk/index.js'
import { fetchList } from '../../http/fetchList.js'
import { withDoubt } from '../withDoubt.js'
import { withSeasons } from '../withSeasons.js'
import { fetchDayMatches } from './fetchDayMatches.js'
import { fetchEvents } from './fetchEvents.js'
import { fetchLiveMatches } from './fetchLiveMatches.js'
import { ID_PATH, toMatchesById } from './fetchMatchesByIds.js'
import { fetchMatchesThatEnded } from './fetchMatchesThatEnded.js'
import { isStoredInScope } from './isInScope.js'

type FetchMatchesArgs = { settings: MatchSettings } & FetchPageArgs<MatchParams>

/** A page of a scope, with a mark on the matches that are said to go on and cannot be. */
export const fetchMatches = async (args: FetchMatchesArgs): Promise<Page> => {
  const page = await fetchScope(args)
  return { ...page, records: await withDoubt({ ...args, rows: page.records }) }
}

const fetchScope = async ({ scope, ...args }: FetchMatchesArgs): Promise<Page> => {
  const { settings } = args
  const byId = toMatchesById(args)
  switch (scope.kind) {
    case 'day': {
      const { day } = scope
      return await readWindow({
        ...args,
        ...byId,
        fetchDays: (cursor) => fetchDayMatches({ ...args, cursor, scope }),
        idPath: ID_PATH,
        isListed: isStoredInScope(settings),
        range: { from: day, to: day },
      })
    }
    case 'events':
      return await fetchEvents(args)
    case 'left':
      return await fetchMatchesThatEnded(args)
    case 'live':
      return await fetchLiveMatches(args)
    case 'open':
      return await readLeftOpen({ ...args, ...byId, isInScope: isStoredInScope(settings) })
    case 'window':
      return await readWindow({
        ...args,
        ...byId,
        fetchDays: (cursor) => fetchSeasonMatches({ ...args, ...scope, cursor }),
        idPath: ID_PATH,
        isListed: isOfSeason(scope.season),
        range: scope.window,
      })
    default:
      return await fetchSeasonMatches({ ...args, ...getSeasonOf(scope) })
  }
}

/** Whether a stored match is one of a league's season of that year. */
const isOfSeason =
  ({ leagueId, seasons }: AskedSeason) =>
  ({ league, season }: MatchDocument): boolean =>
    referencedId(league) === String(leagueId) &&
    seasons.some(({ id }) => id === referencedId(season))

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
