import type { FetchPageArgs, JsonObject, Page } from '../../../../sdk/index.js'
import type { MatchFilter } from '../matchFilter.js'

import { isSyncError, keepAsked } from '../../../../sdk/index.js'
import { listAnswerSchema } from '../../http/answerSchemas.js'
import { nextCursor, toPageQuery } from '../../http/nextCursor.js'
import { MATCH_INCLUDES } from '../fixtureSchema.js'

type FetchInplayMatchesArgs = { filter: MatchFilter } & Pick<
  FetchPageArgs<JsonObject>,
  'cursor' | 'http' | 'signal'
>

/**
 * The matches being played. When nothing is on, this list alone answers with its "no result" words
 * instead of data (seen in recordings): that ends the list, and proves nothing. A match that was on
 * is not over because of it; how it ended is asked for by its id.
 */
export const fetchInplayMatches = async ({
  cursor,
  filter: { conditions, filters },
  http,
  signal,
}: FetchInplayMatchesArgs): Promise<Page> => {
  try {
    const { data, pagination } = await http.get('/football/livescores/inplay', {
      query: { filters, include: MATCH_INCLUDES, ...(cursor && toPageQuery({ cursor })) },
      schema: listAnswerSchema,
      signal,
    })
    const asked = ['matches being played', filters].filter(Boolean).join(', ')
    return {
      next: nextCursor({ asked: cursor, pagination }),
      records: keepAsked({ asked, conditions, provider: 'Sportmonks', rows: data }),
    }
  } catch (error) {
    if (isSyncError(error, 'EMPTY_ANSWER') && cursor === undefined) {
      return { records: [] }
    }
    throw error
  }
}
