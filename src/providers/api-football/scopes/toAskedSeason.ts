import type { AskedSeason, SeasonParams } from './SeasonParams.js'

import { NotFoundError } from '../../../sdk/index.js'

/**
 * The season a scope stands for.
 *
 * @throws NotFoundError for a league of the options that has no season in scope
 */
export const toAskedSeason = (scope: SeasonParams): AskedSeason => {
  if (scope.kind === 'noSeason') {
    throw new NotFoundError(
      `No season of league ${scope.leagueId} that the options ask for is stored, so nothing of it ` +
        'could be read. Sync the resource "seasons"; other leagues are not affected.',
    )
  }
  return scope.season
}
