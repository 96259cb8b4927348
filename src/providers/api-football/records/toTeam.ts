import type { TeamDocument } from '../../../content/soccer/index.js'
import type { ApiFootballTeam } from './teamSchema.js'

import { mapGiven, withoutAbsent } from '../../../sdk/index.js'
import { toCountryReference } from '../toCountryReference.js'
import { toText } from '../toText.js'
import { toVenue } from '../toVenue.js'

export const toTeam = ({ team, venue }: ApiFootballTeam): TeamDocument =>
  withoutAbsent({
    name: team.name,
    code: mapGiven({ map: toText, value: team.code }),
    country: toCountryReference(team.country),
    founded: team.founded,
    isNational: team.national,
    logo: mapGiven({ map: toText, value: team.logo }),
    venue:
      venue === undefined ? undefined : { ...toVenue(venue), capacity: venue?.capacity ?? null },
  })
