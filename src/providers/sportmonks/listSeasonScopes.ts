import type { SeasonParams as SeasonParamsOf } from '../../content/soccer/index.js'
import type { Page, ResourceContext, Scope } from '../../sdk/index.js'
import type { SportmonksSettings } from './options.js'

import {
  findStoredSeasons,
  isAhead,
  listSeasonScopes as listScopes,
  selectSeasons,
} from '../../content/soccer/index.js'
import { isSyncError, NothingHereError } from '../../sdk/index.js'

/** A season by its id, which is unique among all leagues. */
export type SeasonParams = SeasonParamsOf<{
  /** Set while it has not begun: the provider may list it before it knows anything of it. */
  isAhead?: boolean
  seasonId: number
}>

type ListSeasonScopesArgs = {
  /** The resource that needs them, for the message: `teams`. */
  neededBy: string
  now: Date
  provesAbsence: boolean
  settings: Pick<SportmonksSettings, 'leagues' | 'seasons'>
  stored: ResourceContext['stored']
}

/**
 * One scope for each season in scope. Those that the option names need not be stored: their ids are
 * all it takes to read them.
 *
 * @throws ResourceError when seasons must be looked up and none is stored
 */
export const listSeasonScopes = async ({
  now,
  settings: { leagues, seasons: wanted },
  ...args
}: ListSeasonScopesArgs): Promise<Scope<SeasonParams>[]> => {
  if (typeof wanted === 'string') {
    return await listScopes({
      ...args,
      leagues,
      provider: 'Sportmonks',
      select: (seasons) => selectSeasons({ now, numberOf, seasons, wanted }),
      toScopes: (seasons) =>
        seasons.map((season) => {
          const { params, ...scope } = toScope(numberOf(season), season.label)
          return {
            ...scope,
            params: isAhead({ now, season }) ? { ...params, isAhead: true } : params,
          }
        }),
    })
  }
  const stored = await findStoredSeasons(args)
  return wanted.map((id) => ({
    ...toScope(id, stored.find((season) => numberOf(season) === id)?.label ?? `Season ${id}`),
    provesAbsence: args.provesAbsence,
  }))
}

const numberOf = ({ externalId }: { externalId: string }): number => Number(externalId)

const toScope = (
  seasonId: number,
  label: string,
): Scope<Extract<SeasonParams, { kind: 'season' }>> => ({
  key: `season:${seasonId}`,
  label,
  params: { kind: 'season', seasonId },
})

type WhenKnownArgs = {
  /** Absent for the first page. */
  cursor: unknown
  fetch: () => Promise<Page>
  season: { isAhead?: boolean }
  /** In words: `Matches of season 23614`. */
  what: string
}

/**
 * A page of something of a season. While the season has not begun, "no result" for the first page
 * is no failure: whether there is access at all is shown by the season before it.
 *
 * @throws NothingHereError where the provider knows nothing of it yet
 */
export const fetchWhenKnown = async ({
  cursor,
  fetch,
  season,
  what,
}: WhenKnownArgs): Promise<Page> => {
  try {
    return await fetch()
  } catch (error) {
    if (season.isAhead && cursor === undefined && isSyncError(error, 'EMPTY_ANSWER')) {
      throw new NothingHereError(`${what} are not known yet.`)
    }
    throw error
  }
}
