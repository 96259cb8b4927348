import type { LeagueDocument } from '../../../content/soccer/index.js'
import type { SportmonksLeague } from './leagueSchema.js'

import { mapGiven, withoutAbsent } from '../../../sdk/index.js'
import { toReference } from '../toReference.js'

/** Sub-types seen in recordings. Play-offs decide about other leagues and are none themselves. */
const TYPES: Readonly<Record<string, LeagueDocument['type']>> = {
  cup_international: 'cup',
  domestic: 'league',
  domestic_cup: 'cup',
  friendly: 'friendly',
}

export const toLeague = ({
  name,
  active,
  country_id,
  image_path,
  sub_type,
}: SportmonksLeague): LeagueDocument =>
  withoutAbsent({
    name,
    type: mapGiven({ map: (subType) => TYPES[subType] ?? 'other', value: sub_type }),
    active,
    country: toReference({ id: country_id, resource: 'countries' }),
    logo: image_path,
  })
