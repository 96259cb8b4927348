import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { Run } from '../../run/Run.js'
import type { Schedule } from '../../schedule/Schedule.js'
import type { StartRunArgs } from '../runs/startRun.js'

import { startRun } from '../runs/startRun.js'
import { getSchedule } from './getSchedule.js'

type RunScheduleArgs = {
  id: Schedule['id']
  payload: Payload
  /** One of another connection is none that there is. @default 'all' */
  sight?: Sight
} & Pick<StartRunArgs, 'initiatedBy' | 'trigger'>

/**
 * Queues now what a schedule would at its next slot, which it keeps. One that is off runs, too.
 *
 * @throws RefusedError when there is no such schedule, and as `startRun` does
 */
export const runSchedule = async ({
  id,
  initiatedBy,
  payload,
  sight = 'all',
  trigger,
}: RunScheduleArgs): Promise<Run[]> => {
  const schedule = await getSchedule({ id, payload, sight })
  const { connection, mode, priority, provider, resource } = schedule
  return await startRun({
    initiatedBy,
    mode,
    payload,
    priority,
    provider,
    sight,
    trigger,
    ...(connection !== null && { connection }),
    ...(resource !== null && { resource }),
  })
}
