import type { SeasonParams as SeasonParamsOf } from '../../content/soccer/index.js'
import type { ResourceContext, Scope } from '../../sdk/index.js'
import type { SportmonksSettings } from './options.js'

import {
  findStoredSeasons,
  listSeasonScopes as listScopes,
  selectSeasons,
} from '../../content/soccer/index.js'

/** A season by its id, which is unique among all leagues. */
export type SeasonParams = SeasonParamsOf<{ seasonId: number }>

type ListSeasonScopesArgs = {
  /** The resource that needs them, for the message: `teams`. */
  neededBy: string
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
  settings: { leagues, seasons: wanted },
  ...args
}: ListSeasonScopesArgs): Promise<Scope<SeasonParams>[]> => {
  if (typeof wanted === 'string') {
    return await listScopes({
      ...args,
      leagues,
      provider: 'Sportmonks',
      select: (seasons) => selectSeasons({ numberOf, seasons, wanted }),
      toScopes: (seasons) => seasons.map((season) => toScope(numberOf(season), season.label)),
    })
  }
  const stored = await findStoredSeasons(args)
  return wanted.map((id) => ({
    ...toScope(id, stored.find((season) => numberOf(season) === id)?.label ?? `Season ${id}`),
    provesAbsence: args.provesAbsence,
  }))
}

const numberOf = ({ externalId }: { externalId: string }): number => Number(externalId)

const toScope = (seasonId: number, label: string): Scope<SeasonParams> => ({
  key: `season:${seasonId}`,
  label,
  params: { kind: 'season', seasonId },
})
