import type { EndedMatchesContext } from '../../../../content/soccer/index.js'
import type { Page } from '../../../../sdk/index.js'

import { findMatchesThatEnded } from '../../../../content/soccer/index.js'
import { fetchMatchesByIds, ID_PATH, MAX_IDS } from './fetchMatchesByIds.js'

/**
 * The final scores of matches that left the live list, up to 50 ids in one request. What is not
 * answered is asked for again, and then it is said which.
 */
export const fetchMatchesThatEnded = (context: EndedMatchesContext): Promise<Page> =>
  findMatchesThatEnded({
    ...context,
    asksAgain: true,
    fetchByIds: (ids) => fetchMatchesByIds({ ...context, ids }),
    idPath: ID_PATH,
    maxIds: MAX_IDS,
    provider: 'Sportmonks',
  })
