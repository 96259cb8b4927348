import type { MatchDocument } from '../../../content/soccer/index.js'
import type { RowCondition } from '../../../sdk/index.js'
import type { SportmonksSettings } from '../options.js'

import { isOfLeagues } from '../../../content/soccer/index.js'
import { hasOneOf, referencedId } from '../../../sdk/index.js'

type MatchFilterArgs = Pick<SportmonksSettings, 'leagues' | 'seasons'>

export type MatchFilter = {
  /** What the rows are checked against again, because a filter may be ignored. */
  conditions: RowCondition[]
  /** The `filters` parameter; absent when everything is asked for. */
  filters: string | undefined
}

/**
 * Keeps lists of matches that are not read season by season to the leagues and seasons of the
 * options. "Current" seasons need no filter: these lists are about the days around now.
 */
export const matchFilter = ({ leagues, seasons }: MatchFilterArgs): MatchFilter => {
  const parts = [
    ...(leagues ? [{ name: 'fixtureLeagues', field: 'league_id', values: leagues }] : []),
    ...(typeof seasons === 'string'
      ? []
      : [{ name: 'fixtureSeasons', field: 'season_id', values: seasons }]),
  ]
  return {
    conditions: parts.map(({ field, values }) => hasOneOf({ path: [field], values })),
    filters: parts.map(({ name, values }) => `${name}:${values.join(',')}`).join(';') || undefined,
  }
}

/** Whether a stored match is of the leagues and seasons of the options. */
export const isStoredInScope =
  ({ leagues, seasons }: MatchFilterArgs) =>
  ({ league, season }: Pick<MatchDocument, 'league' | 'season'>): boolean =>
    isOfLeagues({ leagueId: referencedId(league), leagues }) &&
    (typeof seasons === 'string' || seasons.includes(Number(referencedId(season))))
