import type { FetchPageArgs, Page } from '../../../sdk/index.js'
import type { DateWindow } from '../scopes/dateWindows.js'
import type { MatchFilter } from './matchFilter.js'

import { nextCursor } from '../paging/nextCursor.js'
import { pagedAnswerSchema } from '../paging/pagedAnswerSchema.js'
import { toPageQuery } from '../paging/toPageQuery.js'
import { keepAsked } from '../rows/keepAsked.js'
import { kicksOffWithin } from '../rows/kicksOffWithin.js'
import { MATCH_INCLUDES } from './MATCH_INCLUDES.js'

type FetchWindowMatchesArgs = { filter: MatchFilter } & Pick<
  FetchPageArgs<DateWindow>,
  'cursor' | 'http' | 'scope' | 'signal'
>

/** A page of the matches that kick off inside a date window. */
export const fetchWindowMatches = async ({
  cursor,
  filter: { conditions, filters },
  http,
  scope: { from, to },
  signal,
}: FetchWindowMatchesArgs): Promise<Page> => {
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
}
