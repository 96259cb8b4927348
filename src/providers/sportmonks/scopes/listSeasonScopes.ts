import type { ResourceContext, Scope } from '../../../sdk/index.js'
import type { SportmonksSettings } from '../resolveOptions.js'
import type { SeasonParams } from './SeasonParams.js'

import { ResourceError } from '../../../shared/errors/index.js'
import { findStoredSeasons } from './findStoredSeasons.js'
import { isOfLeagues } from './isOfLeagues.js'
import { selectSeasons } from './selectSeasons.js'

type ListSeasonScopesArgs = {
  /** The resource that needs them, for the message: `teams`. */
  neededBy: string
  provesAbsence: boolean
  settings: Pick<SportmonksSettings, 'leagues' | 'seasons'>
  stored: ResourceContext['stored']
}

/**
 * One scope for each season in scope: those the option names, else the current ones (or all) of
 * what is stored. A league of the option without a stored season gets a scope that fails, so that
 * a run which could not read it does not end as complete.
 *
 * @throws ResourceError when seasons must be looked up and none is stored
 */
export const listSeasonScopes = async ({
  neededBy,
  provesAbsence,
  settings: { leagues, seasons: wanted },
  stored,
}: ListSeasonScopesArgs): Promise<Scope<SeasonParams>[]> => {
  const storedSeasons = await findStoredSeasons({ stored })
  const scopeOf = (id: number): Scope<SeasonParams> => ({
    key: `season:${id}`,
    label: storedSeasons.find((season) => season.id === id)?.label ?? `Season ${id}`,
    params: { kind: 'season', seasonId: id },
    provesAbsence,
  })
  if (typeof wanted !== 'string') {
    return wanted.map(scopeOf)
  }
  if (storedSeasons.length === 0) {
    throw new ResourceError(
      `Sportmonks ${neededBy} are read season by season, and no season is stored yet. ` +
        'Sync the resource "seasons" first.',
    )
  }
  const selected = selectSeasons({
    seasons: storedSeasons.filter(({ leagueId }) => isOfLeagues({ leagueId, leagues })),
    wanted,
  })
  const without = (leagues ?? []).filter(
    (league) => !selected.some(({ leagueId }) => leagueId === league),
  )
  return [
    ...selected.map(({ id }) => scopeOf(id)),
    ...without.map((leagueId): Scope<SeasonParams> => ({
      key: `league:${leagueId}`,
      label: `League ${leagueId} (no season stored)`,
      params: { kind: 'noSeason', leagueId },
    })),
  ]
}
