import type { Page, ResourceContext } from '../../../../sdk/index.js'
import type { MatchDocument } from '../../documents/index.js'
import type { MatchesById } from './readMatchesById.js'

import { LONGEST_OPEN_MS } from '../../documents/isStillOn.js'
import { readMatchesById } from './readMatchesById.js'

/** A night may ask for more than an hour may. */
const MOST_REQUESTS = 5

type FindLeftOpenArgs = {
  /** Whether a match is in scope. */
  isInScope: (document: MatchDocument) => boolean
  /** Only what this run has not seen. @default false */
  isUnseen?: boolean
} & Pick<ResourceContext, 'now' | 'stored'>

/**
 * Ids of the stored matches that began long ago and never ended: left in the second half, suspended
 * or unknown. The newest come first.
 */
export const findLeftOpen = async ({
  isInScope,
  isUnseen = false,
  now,
  stored,
}: FindLeftOpenArgs): Promise<string[]> => {
  const found = await stored.find<MatchDocument>({
    range: { startsAt: { to: new Date(now.getTime() - LONGEST_OPEN_MS).toISOString() } },
    resource: 'matches',
    sort: '-startsAt',
    where: { state: ['live', 'paused', 'unknown'] },
    ...(isUnseen && { lastSeenBefore: now }),
  })
  return found.filter(({ document }) => isInScope(document)).map(({ externalId }) => externalId)
}

type ReadLeftOpenArgs = MatchesById &
  Parameters<typeof findLeftOpen>[0] &
  Pick<Parameters<typeof readMatchesById>[0], 'cursor'>

/**
 * A page of the matches that never ended and that no season which this run read has shown, because
 * theirs is not in scope any more. Asked for by id until they end.
 */
export const readLeftOpen = ({
  isInScope,
  now,
  stored,
  ...byId
}: ReadLeftOpenArgs): Promise<Page> =>
  readMatchesById({
    ...byId,
    find: () => findLeftOpen({ isInScope, isUnseen: true, now, stored }),
    mostRequests: MOST_REQUESTS,
  })
