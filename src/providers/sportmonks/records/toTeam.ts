import type { TeamDocument } from '../../../content/soccer/index.js'
import type { SportmonksTeam } from './teamSchema.js'

import { GENDERS } from '../../../content/soccer/index.js'
import { mapGiven, withoutAbsent } from '../../../sdk/index.js'
import { toReference } from '../toReference.js'

export const toTeam = ({
  name,
  type,
  country_id,
  founded,
  gender,
  image_path,
  short_code,
  venue,
}: SportmonksTeam): TeamDocument =>
  withoutAbsent({
    name,
    code: short_code,
    country: toReference({ id: country_id, resource: 'countries' }),
    founded,
    gender: mapGiven({
      map: (value) => GENDERS.find((known) => known === value) ?? null,
      value: gender,
    }),
    isNational: mapGiven({ map: (value) => value === 'national', value: type }),
    logo: image_path,
    venue: toVenue(venue),
  })

const toVenue = (venue: SportmonksTeam['venue']): TeamDocument['venue'] =>
  venue === undefined
    ? undefined
    : {
        name: venue?.name ?? null,
        capacity: venue?.capacity ?? null,
        city: venue?.city_name ?? null,
      }
