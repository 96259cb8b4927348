import type { Player } from '../../../world/types.js'

import { toDay } from '../../../moments.js'

/** Whole years at a moment; `null` where the birthday is not known. */
export const ageOf = ({
  now,
  player: { dateOfBirth },
}: {
  now: number
  player: Player
}): null | number => {
  if (dateOfBirth === null) {
    return null
  }
  const today = toDay(now)
  const years = Number(today.slice(0, 4)) - Number(dateOfBirth.slice(0, 4))
  return today.slice(5) < dateOfBirth.slice(5) ? years - 1 : years
}
