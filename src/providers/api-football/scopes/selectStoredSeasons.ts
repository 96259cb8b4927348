import type { ResourceContext } from '../../../sdk/index.js'
import type { ApiFootballSettings } from '../resolveOptions.js'
import type { StoredSeason } from './StoredSeason.js'

import { ResourceError } from '../../../shared/errors/index.js'
import { findStoredSeasons } from './findStoredSeasons.js'
import { isOfLeagues } from './isOfLeagues.js'
import { selectSeasons } from './selectSeasons.js'

export type SelectStoredSeasonsArgs = {
  /** The resource that needs them, for the message: `teams`. */
  neededBy: string
  settings: Pick<ApiFootballSettings, 'leagues' | 'seasons'>
} & Pick<ResourceContext, 'now' | 'stored'>

/**
 * The stored seasons that the options ask for.
 *
 * @throws ResourceError when none is stored at all
 */
export const selectStoredSeasons = async ({
  neededBy,
  now,
  settings: { leagues, seasons: wanted },
  stored,
}: SelectStoredSeasonsArgs): Promise<StoredSeason[]> => {
  const seasons = await findStoredSeasons({ stored })
  if (seasons.length === 0) {
    throw new ResourceError(
      `API-Football ${neededBy} are read season by season, and no season is stored yet. ` +
        'Sync the resource "seasons" first.',
    )
  }
  return selectSeasons({
    now,
    seasons: seasons.filter(({ leagueId }) => isOfLeagues({ leagueId, leagues })),
    wanted,
  })
}
