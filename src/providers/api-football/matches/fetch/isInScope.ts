import type { MatchDocument } from '../../../../content/soccer/index.js'
import type { RowCondition } from '../../../../sdk/index.js'
import type { ApiFootballSettings } from '../../options.js'

import { isOfLeagues } from '../../../../content/soccer/index.js'
import { hasOneOf, referencedId } from '../../../../sdk/index.js'

/** Whether a stored match is of the leagues of the options. */
export const isStoredInScope =
  ({ leagues }: Pick<ApiFootballSettings, 'leagues'>) =>
  ({ league }: Pick<MatchDocument, 'league'>): boolean =>
    isOfLeagues({ leagueId: referencedId(league), leagues })

/**
 * Keeps lists that cannot be asked for by league or year to those of the options. "Current" seasons
 * need no condition: these lists are about the days around now.
 */
export const isInScope = ({
  leagues,
  seasons,
}: Pick<ApiFootballSettings, 'leagues' | 'seasons'>): RowCondition => {
  const conditions = [
    ...(leagues ? [hasOneOf({ path: ['league', 'id'], values: leagues })] : []),
    ...(typeof seasons === 'string'
      ? []
      : [hasOneOf({ path: ['league', 'season'], values: seasons })]),
  ]
  return (row) => conditions.every((condition) => condition(row))
}
