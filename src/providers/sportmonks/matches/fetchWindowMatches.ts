import type { FetchPageArgs, Page } from '../../../sdk/index.js'
import type { SportmonksSettings } from '../resolveOptions.js'
import type { DateWindow } from '../scopes/dateWindows.js'
import type { MatchFilter } from './matchFilter.js'

import { EmptyAnswerError } from '../../../sdk/index.js'
import { nextCursor } from '../paging/nextCursor.js'
import { pagedAnswerSchema } from '../paging/pagedAnswerSchema.js'
import { toPageQuery } from '../paging/toPageQuery.js'
import { keepAsked } from '../rows/keepAsked.js'
import { kicksOffWithin } from '../rows/kicksOffWithin.js'
import { canReadMatches } from './canReadMatches.js'
import { MATCH_INCLUDES } from './MATCH_INCLUDES.js'

type FetchWindowMatchesArgs = {
  filter: MatchFilter
  settings: Pick<SportmonksSettings, 'leagues' | 'seasons'>
} & Pick<FetchPageArgs<DateWindow>, 'cursor' | 'http' | 'scope' | 'signal' | 'stored'>

/**
 * A page of the matches that kick off inside a date window. One without matches, as in summer, is
 * answered in the words of "no access"; it counts as empty only if a second question shows that
 * there is access. A later page in these words stays a failure: the page before it said that more
 * follow.
 *
 * @throws EmptyAnswerError for an answer without data that may be a refusal
 */
export const fetchWindowMatches = async ({
  cursor,
  filter: { conditions, filters },
  http,
  scope: { from, to },
  settings,
  signal,
  stored,
}: FetchWindowMatchesArgs): Promise<Page> => {
  try {
    const { data, pagination } = await http.get(`/football/fixtures/between/${from}/${to}`, {
      query: { filters, include: MATCH_INCLUDES, ...toPageQuery({ cursor }) },
      schema: pagedAnswerSchema,
      signal,
    })
    const records = keepAsked({
      asked: [`matches from ${from} to ${to}`, filters].filter(Boolean).join(', '),
      conditions: [...conditions, kicksOffWithin({ from, to })],
      rows: data,
    })
    return { next: nextCursor({ asked: cursor, pagination }), records }
  } catch (error) {
    const mayBeEmpty = error instanceof EmptyAnswerError && cursor === undefined
    if (mayBeEmpty && (await canReadMatches({ http, settings, signal, stored }))) {
      return { records: [] }
    }
    throw error
  }
}
