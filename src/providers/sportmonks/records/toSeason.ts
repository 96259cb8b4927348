import type { SeasonDocument } from '../../../content/soccer/index.js'
import type { SportmonksSeason } from './seasonSchema.js'

import { mapGiven, withoutAbsent } from '../../../sdk/index.js'
import { toIsoDate } from '../toIsoDate.js'
import { toReference } from '../toReference.js'

/** A season. `isFinished` and `isCurrent` may both be true: a league between two seasons. */
export const toSeason = ({
  name,
  ending_at,
  finished,
  is_current,
  league_id,
  starting_at,
}: SportmonksSeason): SeasonDocument =>
  withoutAbsent({
    name,
    endDate: mapGiven({ map: toIsoDate, value: ending_at }),
    isCurrent: is_current,
    isFinished: finished,
    league: toReference({ id: league_id, resource: 'leagues' }),
    startDate: mapGiven({ map: toIsoDate, value: starting_at }),
    year: yearOf(name) ?? mapGiven({ map: yearOf, value: starting_at }),
  })

/** Names are `2024/2025` or `2025` (seen in recordings), dates begin with their year. */
const yearOf = (text: string): null | number => {
  const year = /^\d{4}/.exec(text)?.[0]
  return year === undefined ? null : Number(year)
}
