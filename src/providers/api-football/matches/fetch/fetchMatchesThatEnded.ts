import type { EndedMatchesContext } from '../../../../content/soccer/index.js'
import type { Page } from '../../../../sdk/index.js'

import { findMatchesThatEnded } from '../../../../content/soccer/index.js'
import { checkAsked, hasOneOf } from '../../../../sdk/index.js'
import { fetchList } from '../../http/fetchList.js'
import { withStoredSeasons } from '../withSeasons.js'

/** The documented maximum of ids in one request. */
const MAX_IDS = 20

const ID_PATH = ['fixture', 'id']

/**
 * The final scores of matches that left the live list. Plans that refuse `ids` are asked one by
 * one.
 */
export const fetchMatchesThatEnded = (context: EndedMatchesContext): Promise<Page> => {
  const { http, signal, stored } = context
  return findMatchesThatEnded({
    ...context,
    asksOneByOne: true,
    fetchByIds: async (ids) => {
      const query = ids.length === 1 ? { id: ids[0] } : { ids: ids.join('-') }
      const { rows } = await fetchList({ http, path: '/fixtures', query, signal })
      const asked = checkAsked({
        asked: `matches ${ids.join(', ')}`,
        conditions: [hasOneOf({ path: ID_PATH, values: ids.map(Number) })],
        provider: 'API-Football',
        rows,
      })
      return await withStoredSeasons({ rows: asked, stored })
    },
    idPath: ID_PATH,
    maxIds: MAX_IDS,
    provider: 'API-Football',
  })
}
