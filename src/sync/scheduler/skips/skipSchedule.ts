import type { Sync } from '../../engine/Sync.js'
import type { Schedule } from '../../schedule/Schedule.js'

import { findNextSlot, findPassedSlots } from '../../schedule/slots/slots.js'
import { inTransaction } from '../../store/inTransaction.js'
import { lockDueSchedules } from '../../store/schedules/lockDueSchedules.js'
import { passSlot } from '../../store/schedules/passSlot.js'
import { findDueSlot } from '../findDueSlot.js'
import { tellSchedule } from '../tellFirings.js'

type SkipScheduleArgs = { message: string; scheduleId: Schedule['id']; sync: Sync }

/** Goes on to the next slot of a schedule whose work cannot be queued, and remembers why. */
export const skipSchedule = async ({
  message,
  scheduleId,
  sync,
}: SkipScheduleArgs): Promise<void> => {
  const { clock, database } = sync
  const now = clock.now()
  await inTransaction({
    database,
    work: async (req) => {
      const scheduleIds = [scheduleId]
      const [schedule] = await lockDueSchedules({ database, now, req, scheduleIds })
      const findPassed = findPassedSlots
      const due = schedule && (await findDueSlot({ database, findPassed, now, req, schedule }))
      if (due) {
        const next = findNextSlot({ after: now, timing: due.schedule })
        await passSlot({
          countedUntil: due.countedUntil,
          database,
          error: message,
          next,
          req,
          scheduleId,
          skipped: due.skipped - due.restored,
          slot: due.latest,
        })
        await tellSchedule({
          name: 'schedule:skipped',
          at: next,
          req,
          schedule: due.schedule,
          sync,
          values: { reason: message },
        })
      }
    },
  })
}
