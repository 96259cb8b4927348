import type { Candidate, Clash, FindClashes } from './Clash.js'

import { nameConnection, nameWork } from './Clash.js'

/** Slots that must be the same for two schedules to count as one. */
const COMPARED = 20

/** Schedules that ask for the same work at the same times, however they say it. */
export const findDuplicates: FindClashes = ({ schedules, slotsOf }) => {
  const groups = new Map<string, Candidate[]>()
  for (const schedule of schedules) {
    const slots = slotsOf(schedule).slice(0, COMPARED).join()
    const key = [nameConnection(schedule), nameWork(schedule), slots].join('|')
    groups.set(key, [...(groups.get(key) ?? []), schedule])
  }
  return [...groups.values()].flatMap(([first, ...others]): Clash[] =>
    first
      ? others.map((other) => ({
          kind: 'duplicate',
          level: 'error',
          schedules: [other.id, first.id],
          values: { work: nameWork(first) },
        }))
      : [],
  )
}
