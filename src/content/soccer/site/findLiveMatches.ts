import type { Match } from '../stored/index.js'
import type { LeagueChoice } from './LeagueChoice.js'
import type { SiteArgs } from './readDocuments.js'

import { GOING_ON, isStillOn } from '../documents/index.js'
import { whereLeague } from './LeagueChoice.js'
import { readDocuments } from './readDocuments.js'

/** What `findLiveMatches` is given. */
export type FindLiveMatchesArgs = {
  /** Its document, id or slug. @default all leagues */
  league?: LeagueChoice
  /** @default now, by the machine's clock */
  now?: Date
} & SiteArgs

/**
 * The matches that are being played, also those at half-time, in the order of their kick-offs. One
 * that its provider never ended is left out six hours after its kick-off, unless something happened
 * in it since.
 */
export const findLiveMatches = async <TId extends number | string = number>({
  league,
  now = new Date(),
  ...site
}: FindLiveMatchesArgs): Promise<Match<TId>[]> => {
  const going = await readDocuments<Match<TId>>({
    ...site,
    collection: 'matches',
    sort: ['startsAt', 'title'],
    where: {
      and: [{ state: { in: [...GOING_ON] } }, ...whereLeague({ league, payload: site.payload })],
    },
  })
  return going.filter(({ startsAt, updatedAt }) =>
    isStillOn({ lastChangedAt: updatedAt, now, startsAt }),
  )
}
