import type { MatchesById } from '../../../../content/soccer/index.js'
import type { ResourceContext } from '../../../../sdk/index.js'

import { hasOneOf, isSyncError, keepAsked } from '../../../../sdk/index.js'
import { listAnswerSchema } from '../../http/answerSchemas.js'
import { MATCH_INCLUDES } from '../fixtureSchema.js'

/** Where a fixture holds its id. */
export const ID_PATH = ['id']

/** The documented maximum of ids in one request, and of rows in one answer. */
export const MAX_IDS = 50

type Context = Pick<ResourceContext, 'http' | 'signal'>

type FetchMatchesByIdsArgs = { ids: readonly string[] } & Context

/**
 * Matches by their ids, as many as the provider has. None at all comes in the words of "no access",
 * and is an empty list here: who asks must not take that for a proof of anything.
 */
export const fetchMatchesByIds = async ({
  http,
  ids,
  signal,
}: FetchMatchesByIdsArgs): Promise<unknown[]> => {
  try {
    const { data } = await http.get(`/football/fixtures/multi/${ids.join(',')}`, {
      query: { include: MATCH_INCLUDES, per_page: MAX_IDS },
      schema: listAnswerSchema,
      signal,
    })
    return keepAsked({
      asked: `matches ${ids.join(', ')}`,
      conditions: [hasOneOf({ path: ID_PATH, values: ids.map(Number) })],
      provider: 'Sportmonks',
      rows: data,
    })
  } catch (error) {
    if (isSyncError(error, 'EMPTY_ANSWER')) {
      return []
    }
    throw error
  }
}

/** How this provider is asked for matches by their ids. */
export const toMatchesById = (context: Context): MatchesById => ({
  fetchByIds: (ids) => fetchMatchesByIds({ ...context, ids }),
  maxIds: MAX_IDS,
})
