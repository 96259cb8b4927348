import type { EndedMatchesContext } from '../../../content/soccer/index.js'
import type { Page } from '../../../sdk/index.js'

import { findMatchesThatEnded } from '../../../content/soccer/index.js'
import { hasOneOf, isSyncError, keepAsked } from '../../../sdk/index.js'
import { listAnswerSchema } from '../http/answerSchemas.js'
import { MATCH_INCLUDES } from './fixtureSchema.js'

/** The documented maximum of ids in one request, and of rows in one answer. */
const MAX_IDS = 50

/** The final scores of matches that left the live list, up to 50 ids in one request. */
export const fetchMatchesThatEnded = ({
  http,
  signal,
  ...args
}: EndedMatchesContext): Promise<Page> =>
  findMatchesThatEnded({
    ...args,
    asksAgain: true,
    fetchByIds: (ids) => fetchByIds({ http, ids, signal }),
    idPath: ['id'],
    maxIds: MAX_IDS,
    provider: 'Sportmonks',
  })

type FetchByIdsArgs = { ids: readonly string[] } & Pick<EndedMatchesContext, 'http' | 'signal'>

const fetchByIds = async ({ http, ids, signal }: FetchByIdsArgs): Promise<unknown[]> => {
  try {
    const { data } = await http.get(`/football/fixtures/multi/${ids.join(',')}`, {
      query: { include: MATCH_INCLUDES, per_page: MAX_IDS },
      schema: listAnswerSchema,
      signal,
    })
    return keepAsked({
      asked: `matches ${ids.join(', ')}`,
      conditions: [hasOneOf({ path: ['id'], values: ids.map(Number) })],
      provider: 'Sportmonks',
      rows: data,
    })
  } catch (error) {
    // None of them: they are asked for again, and then it is said which.
    if (isSyncError(error, 'EMPTY_ANSWER')) {
      return []
    }
    throw error
  }
}
