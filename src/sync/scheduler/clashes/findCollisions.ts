import type { Candidate, Clash, ClashContext, FindClashes } from './Clash.js'

import { createTurns } from '../../../shared/createTurns.js'
import { nameConnection, nameWork } from './Clash.js'
import { listMoments } from './listMoments.js'

/**
 * Bulk schedules of one connection of which one will still be at work when another is due. They
 * are done one after the other all the same; the second starts later than it says.
 */
export const findCollisions: FindClashes = async (context) => {
  const bulk = context.schedules.filter(({ mode }) => mode !== 'live')
  const clashes: Clash[] = []
  for (const schedules of groupByConnection(bulk).values()) {
    clashes.push(...(await findPairs({ ...context, schedules })))
  }
  return clashes
}

/** `Map.groupBy` is not in Node.js 20. */
const groupByConnection = (schedules: readonly Candidate[]): Map<string, Candidate[]> => {
  const groups = new Map<string, Candidate[]>()
  for (const schedule of schedules) {
    const key = nameConnection(schedule)
    groups.set(key, [...(groups.get(key) ?? []), schedule])
  }
  return groups
}

/** The run that will be at work for the longest of those that have begun. */
type Longest = { schedule: Candidate; to: number }

/** Each pair once, with the first time they meet. */
const findPairs = async ({ forecast, schedules, slotsOf }: ClashContext): Promise<Clash[]> => {
  const durations = new Map(schedules.map((schedule) => [schedule, forecast(schedule)?.durationMs]))
  const found = new Map<string, Clash>()
  const takeTurns = createTurns()
  let longest: Longest | undefined
  for (const { at, schedules: due } of await listMoments({ schedules, slotsOf })) {
    for (const schedule of due) {
      if (longest && schedule.id !== longest.schedule.id && at < longest.to) {
        const ids = [schedule.id, longest.schedule.id]
        const [one, other] = ids.map(String)
        const isKnown = found.has(`${one}|${other}`) || found.has(`${other}|${one}`)
        if (!isKnown) {
          found.set(`${one}|${other}`, {
            kind: 'collision',
            level: 'warning',
            schedules: ids,
            values: {
              at: new Date(at).toISOString(),
              other: nameWork(longest.schedule),
              work: nameWork(schedule),
            },
          })
        }
      }
      const to = at + (durations.get(schedule) ?? 0)
      if (!longest || to > longest.to) {
        longest = { schedule, to }
      }
    }
    await takeTurns()
  }
  return [...found.values()]
}
