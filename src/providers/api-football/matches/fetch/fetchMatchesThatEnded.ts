import type { EndedMatchesContext } from '../../../../content/soccer/index.js'
import type { Page } from '../../../../sdk/index.js'

import { findMatchesThatEnded } from '../../../../content/soccer/index.js'
import { fetchMatchesByIds, ID_PATH, MAX_IDS } from './fetchMatchesByIds.js'

/**
 * The final scores of matches that left the live list. Plans that refuse `ids` are asked one by
 * one.
 */
export const fetchMatchesThatEnded = (context: EndedMatchesContext): Promise<Page> =>
  findMatchesThatEnded({
    ...context,
    asksOneByOne: true,
    fetchByIds: (ids) => fetchMatchesByIds({ ...context, ids }),
    idPath: ID_PATH,
    maxIds: MAX_IDS,
    provider: 'API-Football',
  })
