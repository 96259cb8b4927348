import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { Schedule } from '../../schedule/Schedule.js'

import { isInSight } from '../../../sdk/connections/Sight.js'
import { getSync } from '../../engine/Sync.js'
import { findSchedules } from '../../store/schedules/findSchedules.js'

type ListSchedulesArgs = {
  payload: Payload
  /** @default all */
  provider?: string
  /** Schedules of other connections are left out. @default 'all' */
  sight?: Sight
}

/** The schedules, those that are off included, in the order they were made. */
export const listSchedules = async ({
  payload,
  provider,
  sight = 'all',
}: ListSchedulesArgs): Promise<Schedule[]> => {
  const all = await findSchedules({ database: getSync(payload).database })
  return all.filter(
    (schedule) =>
      (provider === undefined || schedule.provider === provider) &&
      (schedule.connection === null || isInSight({ connection: schedule.connection, sight })),
  )
}
