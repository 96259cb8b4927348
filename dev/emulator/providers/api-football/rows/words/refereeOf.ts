import type { Country, Match } from '../../../../world/types.js'

import { DAY_MS } from '../../../../moments.js'
import { createRandom } from '../../../../world/createRandom.js'
import { namePoolOf } from '../../../../world/facts/playerNames.js'
import { toPlainName } from './countryWords.js'
import { isSpeltOut } from './isSpeltOut.js'
import { shortName } from './shortName.js'

/** When it becomes known who it will be. */
const NAMED_BEFORE_MS = 3 * DAY_MS

/** Made up, as `N. Ramírez` on one day and `Nicolas Ramírez, Argentina` on the next. */
export const refereeOf = ({
  country,
  match,
  now,
}: {
  country: Country
  match: Match
  now: number
}): null | string => {
  if (now < match.startsAt - NAMED_BEFORE_MS) {
    return null
  }
  const random = createRandom(match.id + 4)
  const { first, last } = namePoolOf(country.fifaCode)
  const name = { firstName: random.pick(first), lastName: random.pick(last) }
  return isSpeltOut({ match, now })
    ? `${name.firstName} ${name.lastName}, ${toPlainName(country)}`
    : shortName(name)
}
