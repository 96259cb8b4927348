import type { FetchPageArgs, JsonObject, Page } from '../../../../sdk/index.js'
import type { ApiFootballSettings } from '../../options.js'

import { readWithoutEvents } from '../../../../content/soccer/index.js'
import { toMatchesById } from './fetchMatchesByIds.js'
import { isStoredInScope } from './isInScope.js'

type FetchEventsArgs = {
  settings: Pick<ApiFootballSettings, 'leagues' | 'seasons'>
} & Pick<FetchPageArgs<JsonObject>, 'cursor' | 'http' | 'signal' | 'stored'>

/**
 * Finished matches that no live list ever showed, with what happened in them: `events` come only
 * with live matches and where ids are asked for.
 */
export const fetchEvents = ({ settings, ...context }: FetchEventsArgs): Promise<Page> => {
  const { fetchByIds, ...byId } = toMatchesById(context)
  return readWithoutEvents({
    ...context,
    ...byId,
    fetchByIds: async (ids) => (await fetchByIds(ids)).map(withEvents),
    isInScope: isStoredInScope(settings),
  })
}

/** What was asked for and has no events says so, and is not asked for again. */
const withEvents = (row: unknown): unknown =>
  typeof row === 'object' && row !== null && !('events' in row) ? { ...row, events: null } : row
