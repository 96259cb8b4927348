import { z } from 'zod'

import type { ResourceContext } from '../../../sdk/index.js'
import type { SportmonksSettings } from '../options.js'

import { findStoredSeasons, isOfLeagues, newestFirst } from '../../../content/soccer/index.js'
import { hasOneOf, isSyncError } from '../../../sdk/index.js'

/** Keeps the URL short. One season is enough to prove access; the others are there to be sure. */
const MAX_SEASONS = 100

type CanReadMatchesArgs = {
  settings: Pick<SportmonksSettings, 'leagues' | 'seasons'>
} & Pick<ResourceContext, 'http' | 'signal' | 'stored'>

/**
 * Whether the subscription gives matches of what is in scope at all: asks once for a single match
 * of the seasons that are stored. Older seasons are asked for too, because in summer the current
 * one may not have matches yet. `false` also when no season is stored, so that nothing can be
 * asked.
 *
 * It tells an empty list from a subscription that ended, and cannot tell that one league of several
 * left the subscription; a list with matches in it could not either. The nightly full sync, which
 * reads season by season, does.
 */
export const canReadMatches = async ({
  http,
  settings,
  signal,
  stored,
}: CanReadMatchesArgs): Promise<boolean> => {
  const ids = await listSeasonIds({ settings, stored })
  if (ids.length === 0) {
    return false
  }
  try {
    const { data } = await http.get('/football/fixtures', {
      query: { filters: `fixtureSeasons:${ids.join(',')}`, per_page: 1 },
      schema: answerSchema,
      signal,
    })
    // A filter may be ignored; a match of something else says nothing of what is in scope.
    return data.some(hasOneOf({ path: ['season_id'], values: ids }))
  } catch (error) {
    if (isSyncError(error, 'EMPTY_ANSWER')) {
      return false
    }
    throw error
  }
}

const answerSchema = z.looseObject({ data: z.array(z.looseObject({ season_id: z.int() })) })

type ListSeasonIdsArgs = Pick<CanReadMatchesArgs, 'settings' | 'stored'>

const listSeasonIds = async ({
  settings: { leagues, seasons },
  stored,
}: ListSeasonIdsArgs): Promise<readonly number[]> => {
  if (typeof seasons !== 'string') {
    return seasons.slice(0, MAX_SEASONS)
  }
  const storedSeasons = await findStoredSeasons({ stored })
  const inScope = storedSeasons.filter(({ leagueId }) => isOfLeagues({ leagueId, leagues }))
  return newestFirst(inScope, toId).slice(0, MAX_SEASONS).map(toId)
}

const toId = ({ externalId }: { externalId: string }): number => Number(externalId)
