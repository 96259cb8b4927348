import type { FetchPageArgs, JsonObject, Page } from '../../../sdk/index.js'
import type { DateWindow } from '../scopes/dateWindow.js'
import type { AskedSeason } from '../scopes/SeasonParams.js'

import { fetchList } from '../paging/fetchList.js'
import { checkAsked } from '../rows/checkAsked.js'
import { hasOneOf } from '../rows/hasOneOf.js'
import { withSeasons } from '../rows/withSeasons.js'

type FetchSeasonMatchesArgs = {
  season: AskedSeason
  /** @default the whole season */
  window?: DateWindow
} & Pick<FetchPageArgs<JsonObject>, 'cursor' | 'http' | 'signal'>

/**
 * The matches of a season, or those of some of its days. An empty list is believed: `errors` was
 * empty and `results` said so, while a refusal fills `errors`.
 */
export const fetchSeasonMatches = async ({
  season: { leagueId, seasons, year },
  window,
  ...args
}: FetchSeasonMatchesArgs): Promise<Page> => {
  const { next, rows } = await fetchList({
    ...args,
    path: '/fixtures',
    query: { league: leagueId, season: year, ...window },
  })
  const asked = checkAsked({
    asked: `season ${year} of league ${leagueId}`,
    conditions: [
      hasOneOf({ path: ['league', 'id'], values: [leagueId] }),
      hasOneOf({ path: ['league', 'season'], values: [year] }),
    ],
    rows,
  })
  return { next, records: withSeasons({ rows: asked, seasonsOf: () => seasons }) }
}
