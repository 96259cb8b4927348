import type {
  DefaultSchedule,
  FetchOneArgs,
  FetchPageArgs,
  FoundRecord,
  Resource,
} from '../../../sdk/index.js'
import type { MatchParams, MatchSettings } from './listScopes.js'

import { isSameInMatch, MATCHES, SPELT_IN_MATCH } from '../../../content/soccer/index.js'
import { defineResource } from '../../../sdk/index.js'
import { fetchRow } from '../http/fetchList.js'
import { fetchMatches } from './fetch/fetchMatches.js'
import { fixtureSchema } from './fixtureSchema.js'
import { listFullScopes, listLiveScopes, listWindowScopes } from './listScopes.js'
import { toMatch } from './toMatch.js'
import { remarkOn, withDoubt } from './withDoubt.js'
import { withStoredSeasons } from './withSeasons.js'

/**
 * Whole seasons every day, after the provider has checked what is postponed (05 to 09 UTC); the
 * days around now every six hours; and what is being played every minute, while anything is.
 */
const SCHEDULES: readonly DefaultSchedule[] = [
  { cron: '30 9 * * *', mode: 'full' },
  { cron: '45 3,15,21 * * *', mode: 'incremental' },
  { cron: '* * * * *', mode: 'live' },
]

/** Matches, by season, by day and by id. */
export const createMatches = (settings: MatchSettings): Resource =>
  defineResource({
    ...MATCHES,
    externalId: ({ fixture }) => String(fixture.id),
    fetchOne: fetchMatch,
    fetchPage: (args: FetchPageArgs<MatchParams>) => fetchMatches({ ...args, settings }),
    isSameSpelling: isSameInMatch,
    map: toMatch,
    remark: remarkOn,
    schedules: SCHEDULES,
    schema: fixtureSchema,
    scopes: {
      full: (context) => listFullScopes({ ...context, settings }),
      incremental: (context) => listWindowScopes({ ...context, settings }),
      live: (context) => listLiveScopes({ ...context, settings }),
    },
    // "N. Ramírez" and "Nicolas Ramirez, Argentina", "Inglewood" and "Inglewood, California".
    unsteadyFields: SPELT_IN_MATCH,
  })

/** One match by its id, with the season it belongs to. */
const fetchMatch = async ({ now, stored, ...args }: FetchOneArgs): Promise<FoundRecord | null> => {
  const found = await fetchRow({ ...args, path: '/fixtures' })
  if (!found) {
    return null
  }
  const rows = await withStoredSeasons({ rows: [found.record], stored })
  const [record] = await withDoubt({ now, rows, stored })
  return { record }
}
