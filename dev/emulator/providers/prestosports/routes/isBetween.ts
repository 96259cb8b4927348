import type { CollegeGame } from '../../../world/college/types.js'

import { toDay } from '../../../moments.js'

/** Whether a game starts on one of these days, both included, or at a moment between. */
export const isBetween =
  ({ from, to }: { from: null | string; to: null | string }) =>
  ({ startsAt }: CollegeGame): boolean => {
    const moment = new Date(startsAt).toISOString()
    const day = toDay(startsAt)
    const begins = from === null || (from.length > 10 ? moment >= from : day >= from)
    return begins && (to === null || (to.length > 10 ? moment <= to : day <= to))
  }
