import type { FetchPageArgs, Page } from '../../../../sdk/index.js'
import type { ApiFootballSettings } from '../../options.js'

import { fetchList } from '../../http/fetchList.js'
import { withStoredSeasons } from '../withSeasons.js'
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
  const { next, rows } = await fetchList({ ...args, path: '/fixtures', query: { date: day } })
  const records = await withStoredSeasons({ rows: rows.filter(isInScope(settings)), stored })
  return { next, records }
}
