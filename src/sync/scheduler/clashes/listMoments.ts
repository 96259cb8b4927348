import type { Candidate, ClashContext } from './Clash.js'

import { createTurns } from '../../../shared/createTurns.js'

/** A moment at which schedules are due. */
export type Moment = {
  /** In milliseconds since 1970. */
  at: number
  /** In the order in which they were given. */
  schedules: readonly Candidate[]
}

/** When any of these schedules is due, the soonest first. Takes turns. */
export const listMoments = async ({
  schedules,
  slotsOf,
}: Pick<ClashContext, 'schedules' | 'slotsOf'>): Promise<Moment[]> => {
  const due = new Map<number, Candidate[]>()
  const takeTurns = createTurns()
  for (const schedule of schedules) {
    for (const at of slotsOf(schedule)) {
      const others = due.get(at)
      if (others) {
        others.push(schedule)
      } else {
        due.set(at, [schedule])
      }
    }
    await takeTurns()
  }
  // As plain numbers, which are sorted many times faster than objects.
  const moments = Float64Array.from(due.keys()).sort()
  return Array.from(moments, (at) => ({ at, schedules: due.get(at) ?? [] }))
}
