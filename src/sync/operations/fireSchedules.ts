import type { Payload } from 'payload'

import type { TickResult } from '../scheduler/TickResult.js'

import { getSync } from '../engine/Sync.js'
import { prepareQueue } from '../queue/prepareQueue.js'
import { prepareScheduler } from '../scheduler/prepareScheduler.js'
import { tick } from '../scheduler/tick.js'
import { getAdapter } from '../store/Database.js'
import { toLogLine } from './toLogLine.js'

/** Queues the runs of every slot that is due. Any number of processes may do it at once. */
export const fireSchedules = async ({ payload }: { payload: Payload }): Promise<TickResult> => {
  await prepareQueue({ log: toLogLine(payload), pool: getAdapter(payload).pool })
  const sync = getSync(payload)
  await prepareScheduler(sync)
  return await tick(sync)
}
