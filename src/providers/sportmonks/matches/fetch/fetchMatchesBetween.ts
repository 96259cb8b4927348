import type { DateRange, FetchPageArgs, Page, RowCondition } from '../../../../sdk/index.js'
import type { SportmonksSettings } from '../../options.js'
import type { MatchFilter } from '../matchFilter.js'

import { isSyncError, readPath } from '../../../../sdk/index.js'
import { fetchList } from '../../http/fetchList.js'
import { canReadMatches } from '../canReadMatches.js'
import { MATCH_INCLUDES } from '../fixtureSchema.js'

type FetchMatchesBetweenArgs = {
  filter: MatchFilter
  settings: Pick<SportmonksSettings, 'leagues' | 'seasons'>
} & Pick<FetchPageArgs<DateRange>, 'cursor' | 'http' | 'scope' | 'signal' | 'stored'>

/**
 * A page of the matches that kick off inside a range of days. One without matches, as in summer, is
 * answered in the words of "no access"; it counts as empty only if a second question shows that
 * there is access. A later page in these words stays a failure: the page before it said that more
 * follow.
 *
 * @throws EmptyAnswerError for an answer without data that may be a refusal
 */
export const fetchMatchesBetween = async ({
  cursor,
  filter: { conditions, filters },
  http,
  scope: { from, to },
  settings,
  signal,
  stored,
}: FetchMatchesBetweenArgs): Promise<Page> => {
  try {
    return await fetchList({
      asked: [`matches from ${from} to ${to}`, filters].filter(Boolean).join(', '),
      conditions: [...conditions, kicksOffWithin({ from, to })],
      cursor,
      http,
      path: `/football/fixtures/between/${from}/${to}`,
      query: { filters, include: MATCH_INCLUDES },
      signal,
    })
  } catch (error) {
    const mayBeEmpty = isSyncError(error, 'EMPTY_ANSWER') && cursor === undefined
    if (mayBeEmpty && (await canReadMatches({ http, settings, signal, stored }))) {
      return { records: [] }
    }
    throw error
  }
}

/** Rows that kick off on one of these days, both included. Days are UTC, as `starting_at` is. */
export const kicksOffWithin =
  ({ from, to }: DateRange): RowCondition =>
  (row) => {
    const value = readPath({ path: ['starting_at'], row })
    if (typeof value !== 'string') {
      return true
    }
    const day = value.slice(0, 10)
    return day >= from && day <= to
  }
