import type { LeagueDocument } from '../../../content/soccer/index.js'
import type { ApiFootballLeague } from './leagueSchema.js'

import { mapGiven, withoutAbsent } from '../../../sdk/index.js'
import { toCountryReference } from '../toCountryReference.js'
import { toText } from '../toText.js'

/** The only two types there are (886 leagues, seen in recordings). */
const TYPES: Readonly<Record<string, LeagueDocument['type']>> = {
  Cup: 'cup',
  League: 'league',
}

/**
 * A league. Its name is today's: one in ten was renamed in three years, and an id was given to
 * another competition once (seen in recordings).
 */
export const toLeague = ({ country, league }: ApiFootballLeague): LeagueDocument =>
  withoutAbsent({
    name: league.name,
    type: mapGiven({ map: (type) => TYPES[type] ?? 'other', value: league.type }),
    country: country === null ? null : toCountryReference(country?.name),
    logo: mapGiven({ map: toText, value: league.logo }),
  })
