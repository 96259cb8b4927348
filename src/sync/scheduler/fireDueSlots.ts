import type { Sync } from '../engine/Sync.js'
import type { Schedule } from '../schedule/Schedule.js'
import type { TickResult } from './TickResult.js'

import { describeError } from '../../shared/errors/index.js'
import { isPassing } from '../store/isPassing.js'
import { findDueSchedules } from '../store/schedules/findDueSchedules.js'
import { couldBeLive } from './couldBeLive.js'
import { fireSchedule, skipSchedule } from './fireSchedule.js'

/**
 * One tick: fires every slot that is due. The database tells what is due, so a schedule that was
 * changed anywhere counts from the next tick of any process. One schedule that fails holds up no
 * other.
 *
 * @throws Error when the database cannot be asked
 */
export const fireDueSlots = async (sync: Sync): Promise<TickResult> => {
  const { clock, database } = sync
  const result: TickResult = { failed: [], quiet: 0, runs: [], skipped: 0 }
  for (const schedule of await findDueSchedules({ database, now: clock.now() })) {
    try {
      if (schedule.mode === 'live' && !(await couldBeLive({ schedule, sync }))) {
        // Not a word to the database: the slot stays due and the next tick asks again.
        result.quiet += 1
        continue
      }
      const fired = await fireSchedule({ scheduleId: schedule.id, sync })
      result.runs.push(...(fired?.runs ?? []))
      result.skipped += fired?.skipped ?? 0
    } catch (error) {
      const message = describeError(error)
      result.failed.push({ message, schedule: schedule.id })
      await giveUpSlot({ error, message, schedule, sync })
    }
  }
  return result
}

type GiveUpSlotArgs = { error: unknown; message: string; schedule: Schedule; sync: Sync }

const giveUpSlot = async ({
  error: cause,
  message,
  schedule,
  sync,
}: GiveUpSlotArgs): Promise<void> => {
  const { logger } = sync.payload
  const { id, provider, resource } = schedule
  const log = logger.child({ provider, resource, scheduleId: id })
  if (isPassing(cause)) {
    // Nothing is wrong with the schedule: its slot stays due for the next tick.
    log.warn({ msg: `A slot is tried again at the next tick: ${message}` })
    return
  }
  log.error({ msg: `A schedule started no run: ${message}` })
  try {
    await skipSchedule({ message, scheduleId: id, sync })
  } catch (error) {
    log.error({ msg: `Its slot stays due: ${describeError(error)}` })
  }
}
