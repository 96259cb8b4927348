import type { MatchesById } from '../../../../content/soccer/index.js'
import type { ResourceContext } from '../../../../sdk/index.js'

import { checkAsked, hasOneOf } from '../../../../sdk/index.js'
import { fetchList } from '../../http/fetchList.js'
import { withStoredSeasons } from '../withSeasons.js'

/** Where a fixture holds its id. */
export const ID_PATH = ['fixture', 'id']

/** The documented maximum of ids in one request. */
export const MAX_IDS = 20

type Context = Pick<ResourceContext, 'http' | 'signal' | 'stored'>

type FetchMatchesByIdsArgs = { ids: readonly string[] } & Context

/** Matches by their ids, with their events. Plans that refuse `ids` may be asked for one alone. */
export const fetchMatchesByIds = async ({
  http,
  ids,
  signal,
  stored,
}: FetchMatchesByIdsArgs): Promise<unknown[]> => {
  const query = ids.length === 1 ? { id: ids[0] } : { ids: ids.join('-') }
  const { rows } = await fetchList({ http, path: '/fixtures', query, signal })
  const asked = checkAsked({
    asked: `matches ${ids.join(', ')}`,
    conditions: [hasOneOf({ path: ID_PATH, values: ids.map(Number) })],
    provider: 'API-Football',
    rows,
  })
  return await withStoredSeasons({ rows: asked, stored })
}

/** How this provider is asked for matches by their ids. */
export const toMatchesById = (context: Context): MatchesById => ({
  fetchByIds: (ids) => fetchMatchesByIds({ ...context, ids }),
  maxIds: MAX_IDS,
  mayAskOneByOne: true,
})
