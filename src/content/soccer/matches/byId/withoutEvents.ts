import type { Page, ResourceContext } from '../../../../sdk/index.js'
import type { MatchDocument, SeasonDocument } from '../../documents/index.js'
import type { MatchesById } from './readMatchesById.js'

import { referencedId } from '../../../../sdk/index.js'
import { readMatchesById } from './readMatchesById.js'

/** How many requests a run may spend on what happened in matches that nobody watched. */
const MOST_REQUESTS = 5

/** Enough of them to fill these requests, also where some seasons have no events at all. */
const MOST_FOUND = 1000

type FindWithoutEventsArgs = {
  /** Whether a match is in scope. */
  isInScope: (document: MatchDocument) => boolean
} & Pick<ResourceContext, 'stored'>

/**
 * Ids of the stored matches that are finished and of whose events nothing was ever said: they were
 * first seen when they were over. The newest come first. Seasons that the provider has no events of
 * are left out.
 */
const findWithoutEvents = async ({
  isInScope,
  stored,
}: FindWithoutEventsArgs): Promise<string[]> => {
  const found = await stored.find<MatchDocument>({
    lacks: ['events'],
    limit: MOST_FOUND,
    resource: 'matches',
    sort: '-startsAt',
    where: { state: ['finished'] },
  })
  if (found.length === 0) {
    return []
  }
  const seasons = await stored.find<SeasonDocument>({ resource: 'seasons' })
  const uncovered = new Set(
    seasons
      .filter(({ document: { coverage } }) => coverage?.events === false)
      .map(({ externalId }) => externalId),
  )
  return found
    .filter(({ document }) => isInScope(document))
    .filter(({ document: { season } }) => !uncovered.has(referencedId(season) ?? ''))
    .map(({ externalId }) => externalId)
}

type ReadWithoutEventsArgs = FindWithoutEventsArgs &
  MatchesById &
  Pick<Parameters<typeof readMatchesById>[0], 'cursor'>

/**
 * A page of finished matches that lack their events, asked for by id. `fetchByIds` must say
 * something of the events of each, or they would be asked for again at every run.
 */
export const readWithoutEvents = ({
  isInScope,
  stored,
  ...byId
}: ReadWithoutEventsArgs): Promise<Page> =>
  readMatchesById({
    ...byId,
    find: () => findWithoutEvents({ isInScope, stored }),
    mostRequests: MOST_REQUESTS,
  })
