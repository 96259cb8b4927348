import type { FetchPageArgs, Page } from '../../../sdk/index.js'
import type { ApiFootballSettings } from '../resolveOptions.js'

import { fetchList } from '../paging/fetchList.js'
import { withSeasons } from '../rows/withSeasons.js'
import { findSeasonsOf } from './findSeasonsOf.js'
import { isInScope } from './isInScope.js'

type FetchDayMatchesArgs = {
  settings: Pick<ApiFootballSettings, 'leagues' | 'seasons'>
} & Pick<FetchPageArgs<{ day: string }>, 'cursor' | 'http' | 'scope' | 'signal' | 'stored'>

/** The matches of all leagues that kick off on one day in UTC, less those the options leave out. */
export const fetchDayMatches = async ({
  scope: { day },
  settings,
  stored,
  ...args
}: FetchDayMatchesArgs): Promise<Page> => {
  const list = await fetchList({ ...args, path: '/fixtures', query: { date: day } })
  const rows = list.rows.filter(isInScope(settings))
  const seasonsOf = await findSeasonsOf({ rows, stored })
  return { next: list.next, records: withSeasons({ rows, seasonsOf }) }
}
