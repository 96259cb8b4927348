import type { Candidate, Clash, FindClashes } from './Clash.js'

import { nameConnection, nameWork } from './Clash.js'

type Span = { from: number; schedule: Candidate; to: number }

/**
 * Bulk schedules of one connection of which one will still be at work when another is due. They
 * are done one after the other all the same; the second starts later than it says.
 */
export const findCollisions: FindClashes = ({ forecast, schedules, slotsOf }) => {
  const bulk = schedules.filter(({ mode }) => mode !== 'live')
  return [...groupByConnection(bulk).values()].flatMap((ofConnection) => {
    const spans = ofConnection
      .flatMap((schedule): Span[] => {
        const { durationMs = 0 } = forecast(schedule) ?? {}
        return slotsOf(schedule).map((from) => ({ from, schedule, to: from + durationMs }))
      })
      .sort((one, other) => one.from - other.from)
    return findPairs(spans)
  })
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

/** Each pair once, with the first time they meet. */
const findPairs = (spans: readonly Span[]): Clash[] => {
  const found = new Map<string, Clash>()
  let longest: Span | undefined
  for (const span of spans) {
    if (longest && span.schedule.id !== longest.schedule.id && span.from < longest.to) {
      const ids = [span.schedule.id, longest.schedule.id]
      const pair = ids.map(String).sort().join('|')
      if (!found.has(pair)) {
        found.set(pair, {
          kind: 'collision',
          level: 'warning',
          schedules: ids,
          values: {
            at: new Date(span.from).toISOString(),
            other: nameWork(longest.schedule),
            work: nameWork(span.schedule),
          },
        })
      }
    }
    if (!longest || span.to > longest.to) {
      longest = span
    }
  }
  return [...found.values()]
}
