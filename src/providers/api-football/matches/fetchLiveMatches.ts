import type { FetchPageArgs, JsonObject, Page } from '../../../sdk/index.js'
import type { ApiFootballSettings } from '../resolveOptions.js'

import { fetchList } from '../paging/fetchList.js'
import { checkAsked } from '../rows/checkAsked.js'
import { hasOneOf } from '../rows/hasOneOf.js'
import { withSeasons } from '../rows/withSeasons.js'
import { findSeasonsOf } from './findSeasonsOf.js'
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
  const list = await fetchList({
    ...args,
    path: '/fixtures',
    query: { live: leagues?.join('-') ?? 'all' },
  })
  const asked = checkAsked({
    asked: `matches being played in ${leagues ? `leagues ${leagues.join(', ')}` : 'all leagues'}`,
    conditions: leagues ? [hasOneOf({ path: ['league', 'id'], values: leagues })] : [],
    rows: list.rows,
  })
  const rows = asked.filter(isInScope(settings))
  const seasonsOf = await findSeasonsOf({ rows, stored })
  return { next: list.next, records: withSeasons({ rows, seasonsOf }) }
}
