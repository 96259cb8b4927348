import type { Match } from '../stored/index.js'
import type { LeagueChoice } from './LeagueChoice.js'
import type { SiteArgs } from './readDocuments.js'

import { toDayRange } from '../../../sdk/index.js'
import { whereLeague } from './LeagueChoice.js'
import { readDocuments } from './readDocuments.js'

/** What `findMatchesOn` is given. */
export type FindMatchesOnArgs = {
  /** `YYYY-MM-DD`, or a moment of the day that is meant. @default today */
  day?: Date | string
  /** Its document, id or slug. @default all leagues */
  league?: LeagueChoice
  /** IANA name of where the day is that day, such as `Europe/Berlin`. @default 'UTC' */
  timeZone?: string
} & SiteArgs

/**
 * The matches that kick off on a day, as it is in a time zone, in the order of their kick-offs.
 *
 * @throws RangeError when there is no such day or time zone
 */
export const findMatchesOn = async <TId extends number | string = number>({
  day = new Date(),
  league,
  timeZone = 'UTC',
  ...site
}: FindMatchesOnArgs): Promise<Match<TId>[]> => {
  const { from, to } = toDayRange({ day, timeZone })
  return await readDocuments<Match<TId>>({
    ...site,
    collection: 'matches',
    sort: ['startsAt', 'title'],
    where: {
      and: [
        { startsAt: { greater_than_equal: from.toISOString() } },
        { startsAt: { less_than: to.toISOString() } },
        ...whereLeague({ league, payload: site.payload }),
      ],
    },
  })
}
