import type { FetchPageArgs, JsonObject, Page } from '../../../../sdk/index.js'
import type { ApiFootballSettings } from '../../options.js'

import { checkAsked, hasOneOf } from '../../../../sdk/index.js'
import { fetchList } from '../../http/fetchList.js'
import { withStoredSeasons } from '../withSeasons.js'
import { isInScope } from './isInScope.js'

type FetchLiveMatchesArgs = {
  settings: Pick<ApiFootballSettings, 'leagues' | 'seasons'>
} & Pick<FetchPageArgs<JsonObject>, 'cursor' | 'http' | 'signal' | 'stored'>

/**
 * The matches being played, with their events. That one is not in the list does not say that it is
 * over; how it ended is asked for by its id.
 */
export const fetchLiveMatches = async ({
  settings,
  stored,
  ...args
}: FetchLiveMatchesArgs): Promise<Page> => {
  const { leagues } = settings
  const { next, rows } = await fetchList({
    ...args,
    path: '/fixtures',
    query: { live: leagues?.join('-') ?? 'all' },
  })
  const asked = checkAsked({
    asked: `matches being played in ${leagues ? `leagues ${leagues.join(', ')}` : 'all leagues'}`,
    conditions: leagues ? [hasOneOf({ path: ['league', 'id'], values: leagues })] : [],
    provider: 'API-Football',
    rows,
  })
  const records = await withStoredSeasons({ rows: asked.filter(isInScope(settings)), stored })
  return { next, records }
}
