import type { ResourceContext, Scope } from '../../../sdk/index.js'
import type { SeasonParams } from '../listSeasonScopes.js'
import type { ApiFootballSettings } from '../options.js'
import type { IncrementalParams } from './listIncrementalScopes.js'

import { findLeftOpen, mayMatchesBeOn } from '../../../content/soccer/index.js'
import { listSeasonScopes } from '../listSeasonScopes.js'
import { isStoredInScope } from './fetch/isInScope.js'
import { listIncrementalScopes } from './listIncrementalScopes.js'

/** The ways to read matches. */
export type MatchParams =
  | { kind: 'events' }
  | { kind: 'left' }
  | { kind: 'live' }
  | { kind: 'open' }
  | IncrementalParams
  | SeasonParams

export type MatchSettings = Pick<
  ApiFootballSettings,
  'daysAhead' | 'daysBack' | 'leagues' | 'seasons'
>

type ListScopesArgs = { settings: MatchSettings } & Pick<
  ResourceContext,
  'now' | 'since' | 'stored'
>

/** Whole seasons, and then what never ended and is of none of them. */
export const listFullScopes = async (args: ListScopesArgs): Promise<Scope<MatchParams>[]> => {
  const { now, settings, stored } = args
  const seasons = await listSeasonScopes({ ...args, neededBy: 'matches', provesAbsence: true })
  const open = await findLeftOpen({ isInScope: isStoredInScope(settings), now, stored })
  return [
    ...seasons,
    ...(open.length > 0
      ? [{ key: 'open', label: 'Matches that never ended', params: { kind: 'open' as const } }]
      : []),
  ]
}

/** The days around now, and then the events of what was over when it was first seen. */
export const listWindowScopes = async (args: ListScopesArgs): Promise<Scope<MatchParams>[]> => [
  ...(await listIncrementalScopes(args)),
  { key: 'events', label: 'Events of finished matches', params: { kind: 'events' } },
]

/**
 * What is on now, and then what has just left that list; in this order, so that what the first one
 * sees is not asked for again by the second. Nothing is asked for while no stored match of the
 * leagues in scope can be on: a request a minute would use up the free plan's day before noon.
 */
export const listLiveScopes = async ({
  now,
  settings: { leagues },
  stored,
}: ListScopesArgs): Promise<Scope<MatchParams>[]> => {
  // Somewhere in the world there is always a match on.
  if (leagues && !(await mayMatchesBeOn({ now, stored }))) {
    return []
  }
  return [
    { key: 'live', label: 'Matches being played', params: { kind: 'live' } },
    { key: 'left', label: 'Matches that left the live list', params: { kind: 'left' } },
  ]
}
