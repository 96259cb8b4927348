import type { Sync } from '../../engine/Sync.js'
import type { Schedule } from '../../schedule/Schedule.js'

import { findDeactivation } from '../../engine/run/client/findDeactivation.js'
import { skipSchedule } from './skipSchedule.js'

type SkipStoppedArgs = { schedules: readonly Schedule[]; sync: Sync }

/**
 * Due schedules without those of connections that are deactivated: these go on to their next slot,
 * and remember why. Returns how many were skipped, and the others.
 */
export const skipStopped = async ({
  schedules,
  sync,
}: SkipStoppedArgs): Promise<{ due: Schedule[]; skipped: number }> => {
  const known = new Map<string, Promise<string | undefined>>()
  const due: Schedule[] = []
  for (const schedule of schedules) {
    const { connection, provider } = schedule
    if (connection === null) {
      // It means those that are active.
      due.push(schedule)
      continue
    }
    const key = `${provider}/${connection}`
    const asked = known.get(key) ?? findDeactivation({ connection, provider, sync })
    known.set(key, asked)
    const message = await asked
    if (message === undefined) {
      due.push(schedule)
    } else {
      await skipSchedule({ message, scheduleId: schedule.id, sync })
    }
  }
  return { due, skipped: schedules.length - due.length }
}
