import type { ResourceContext, Scope } from '../../../sdk/index.js'
import type { ApiFootballSettings } from '../resolveOptions.js'
import type { DateWindow } from '../scopes/dateWindow.js'
import type { StoredSeason } from '../scopes/StoredSeason.js'
import type { MatchParams } from './MatchParams.js'

import { addDays, dateWindow, listDays } from '../scopes/dateWindow.js'
import { selectStoredSeasons } from '../scopes/selectStoredSeasons.js'
import { toSeasonScopes } from '../scopes/toSeasonScopes.js'

/** A season's days are those of the fixtures known so far; finals are added while it is under way. */
const MARGIN_DAYS = 30

type ListIncrementalScopesArgs = {
  settings: Pick<ApiFootballSettings, 'daysAhead' | 'daysBack' | 'leagues' | 'seasons'>
} & Pick<ResourceContext, 'now' | 'since' | 'stored'>

/**
 * The days around now, in as few requests as there can be: the window of each season that is under
 * way, or day by day for all leagues at once where that is fewer. Neither proves absence.
 */
export const listIncrementalScopes = async ({
  now,
  settings,
  since,
  stored,
}: ListIncrementalScopesArgs): Promise<Scope<MatchParams>[]> => {
  const window = dateWindow({ now, settings, since })
  const seasons = await selectStoredSeasons({ neededBy: 'matches', now, settings, stored })
  const bySeason = toSeasonScopes(seasons.filter(isNear(window)))
  const days = listDays(window)
  if (days.length < bySeason.length) {
    return days.map((day) => ({
      key: `day:${day}`,
      label: `Matches of ${day}`,
      params: { day, kind: 'day' },
    }))
  }
  return bySeason.map(({ key, label, params }) => ({
    key: `${key}:${window.from}:${window.to}`,
    label: `${label} from ${window.from} to ${window.to}`,
    params: { kind: 'window', season: params.season, window },
  }))
}

const isNear =
  ({ from, to }: DateWindow) =>
  ({ end, start }: StoredSeason): boolean =>
    start <= addDays({ date: new Date(to), days: MARGIN_DAYS }) &&
    (end === null || end >= addDays({ date: new Date(from), days: -MARGIN_DAYS }))
