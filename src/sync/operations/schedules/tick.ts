import type { Payload } from 'payload'

import type { TickResult } from '../../scheduler/TickResult.js'

import { getSync } from '../../engine/Sync.js'
import { prepareQueue } from '../../queue/prepareQueue.js'
import { toLogLine } from '../../queue/toLogLine.js'
import { fireDueSlots } from '../../scheduler/fireDueSlots.js'
import { prepareScheduler } from '../../scheduler/prepareScheduler.js'
import { getAdapter } from '../../store/Database.js'

/** Queues the runs of every slot that is due. Any number of processes may do it at once. */
export const tick = async ({ payload }: { payload: Payload }): Promise<TickResult> => {
  await prepareQueue({ log: toLogLine(payload), pool: getAdapter(payload).pool })
  const sync = getSync(payload)
  await prepareScheduler(sync)
  return await fireDueSlots(sync)
}
