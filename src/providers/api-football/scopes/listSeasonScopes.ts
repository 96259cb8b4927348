import type { Scope } from '../../../sdk/index.js'
import type { SeasonParams } from './SeasonParams.js'
import type { SelectStoredSeasonsArgs } from './selectStoredSeasons.js'

import { selectStoredSeasons } from './selectStoredSeasons.js'
import { toSeasonScopes } from './toSeasonScopes.js'

type ListSeasonScopesArgs = { provesAbsence: boolean } & SelectStoredSeasonsArgs

/**
 * One scope, and one request, for each season in scope. A league of the option without one gets a
 * scope that fails, so that a run which could not read it does not end as complete.
 *
 * @throws ResourceError when no season is stored
 */
export const listSeasonScopes = async ({
  provesAbsence,
  ...args
}: ListSeasonScopesArgs): Promise<Scope<SeasonParams>[]> => {
  const seasons = await selectStoredSeasons(args)
  const without = (args.settings.leagues ?? []).filter(
    (id) => !seasons.some(({ leagueId }) => leagueId === id),
  )
  return [
    ...toSeasonScopes(seasons).map((scope) => ({ ...scope, provesAbsence })),
    ...without.map((leagueId): Scope<SeasonParams> => ({
      key: `league:${leagueId}`,
      label: `League ${leagueId} (no season stored)`,
      params: { kind: 'noSeason', leagueId },
    })),
  ]
}
