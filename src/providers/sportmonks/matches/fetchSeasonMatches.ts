import type { FetchPageArgs, Page } from '../../../sdk/index.js'
import type { SeasonParams } from '../scopes/SeasonParams.js'

import { nextCursor } from '../paging/nextCursor.js'
import { pagedAnswerSchema } from '../paging/pagedAnswerSchema.js'
import { toPageQuery } from '../paging/toPageQuery.js'
import { hasOneOf } from '../rows/hasOneOf.js'
import { keepAsked } from '../rows/keepAsked.js'
import { toSeasonId } from '../scopes/toSeasonId.js'
import { MATCH_INCLUDES } from './MATCH_INCLUDES.js'

/**
 * A page of all matches of a season. By season and not by date, because `/fixtures/between` was
 * reported to leave matches out, has a limit of 100 days, and some seasons have no dates.
 */
export const fetchSeasonMatches = async ({
  cursor,
  http,
  scope,
  signal,
}: Pick<FetchPageArgs<SeasonParams>, 'cursor' | 'http' | 'scope' | 'signal'>): Promise<Page> => {
  const seasonId = toSeasonId(scope)
  const { data, pagination } = await http.get('/football/fixtures', {
    query: {
      filters: `fixtureSeasons:${seasonId}`,
      include: MATCH_INCLUDES,
      ...toPageQuery({ cursor }),
    },
    schema: pagedAnswerSchema,
    signal,
  })
  const records = keepAsked({
    asked: `season ${seasonId}`,
    conditions: [hasOneOf({ field: 'season_id', ids: [seasonId] })],
    rows: data,
  })
  return { next: nextCursor({ asked: cursor, pagination }), records }
}
