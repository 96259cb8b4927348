import type { Payload } from 'payload'

import type { Sync } from '../../engine/Sync.js'
import type { TickResult } from '../../scheduler/TickResult.js'

import { systemClock } from '../../../shared/clock.js'
import { loadSync } from '../../engine/Sync.js'
import { prepareQueue } from '../../queue/prepareQueue.js'
import { fireDueSlots } from '../../scheduler/fireDueSlots.js'
import { prepareScheduler } from '../../scheduler/prepareScheduler.js'
import { readDatabaseTime } from '../../store/readDatabaseTime.js'

/**
 * Schedules go by the time of the database, which is one for all hosts. Where a clock was given, as
 * in tests, it is that one.
 */
const withDatabaseTime = async (sync: Sync): Promise<Sync> => {
  if (sync.clock !== systemClock) {
    return sync
  }
  const { toMoment } = await readDatabaseTime(sync.database)
  return { ...sync, clock: { now: () => toMoment(performance.now()) } }
}

/** Queues the runs of every slot that is due. Any number of processes may do it at once. */
export const tick = async ({ payload }: { payload: Payload }): Promise<TickResult> => {
  const loaded = await loadSync({ payload })
  await prepareQueue({ database: loaded.database })
  const sync = await withDatabaseTime(loaded)
  await prepareScheduler(sync)
  return await fireDueSlots(sync)
}
