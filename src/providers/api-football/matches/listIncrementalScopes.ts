import type { StoredSeason } from '../../../content/soccer/index.js'
import type { DateRange, ResourceContext, Scope } from '../../../sdk/index.js'
import type { AskedSeason } from '../listSeasonScopes.js'
import type { ApiFootballSettings } from '../options.js'

import { selectStoredSeasons } from '../../../content/soccer/index.js'
import { addDays, splitDateRange, toDateRange } from '../../../sdk/index.js'
import { toSeasonChoice, toSeasonScopes, toSpan } from '../listSeasonScopes.js'

/** The two ways to read the days around now. */
export type IncrementalParams =
  { day: string; kind: 'day' } | { kind: 'window'; season: AskedSeason; window: DateRange }

/**
 * A season's days are those of the fixtures known so far; finals are added while it is under way.
 */
const MARGIN_DAYS = 30

type ListIncrementalScopesArgs = {
  settings: Pick<ApiFootballSettings, 'daysAhead' | 'daysBack' | 'leagues' | 'seasons'>
} & Pick<ResourceContext, 'now' | 'since' | 'stored'>

/**
 * The days around now, in as few requests as there can be: the range of each season that is under
 * way, or day by day for all leagues at once where that is fewer. Neither proves absence.
 */
export const listIncrementalScopes = async (
  args: ListIncrementalScopesArgs,
): Promise<Scope<IncrementalParams>[]> => {
  const range = toDateRange({ ...args, ...args.settings })
  const seasons = await selectStoredSeasons(toSeasonChoice({ ...args, neededBy: 'matches' }))
  const bySeason = toSeasonScopes(seasons.filter(isNear(range)))
  const days = splitDateRange({ maxDays: 1, range }).map(({ from }) => from)
  if (days.length < bySeason.length) {
    return days.map((day) => ({
      key: `day:${day}`,
      label: `Matches of ${day}`,
      params: { day, kind: 'day' },
    }))
  }
  return bySeason.map(({ key, label, params }) => ({
    key: `${key}:${range.from}:${range.to}`,
    label: `${label} from ${range.from} to ${range.to}`,
    params: { kind: 'window', season: params.season, window: range },
  }))
}

const isNear =
  ({ from, to }: DateRange) =>
  (season: StoredSeason): boolean => {
    const { end, start } = toSpan(season)
    return (
      start <= addDays({ date: to, days: MARGIN_DAYS }) &&
      (end === null || end >= addDays({ date: from, days: -MARGIN_DAYS }))
    )
  }
