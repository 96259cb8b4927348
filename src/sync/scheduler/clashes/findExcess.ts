import type { Candidate, Clash, FindClashes } from './Clash.js'

import { nameConnection, nameWork } from './Clash.js'

/** Connections with more schedules than the project allows; the newest are the ones too many. */
export const findExcess: FindClashes = ({ perConnection, schedules }) => {
  const counts = new Map<string, number>()
  return schedules.flatMap((schedule: Candidate): Clash[] => {
    const connection = nameConnection(schedule)
    const count = (counts.get(connection) ?? 0) + 1
    counts.set(connection, count)
    return count > perConnection
      ? [
          {
            kind: 'limit',
            level: 'error',
            schedules: [schedule.id],
            values: { connection, limit: perConnection, work: nameWork(schedule) },
          },
        ]
      : []
  })
}
