import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { Schedule } from '../../schedule/Schedule.js'

import { isInSight } from '../../../sdk/connections/Sight.js'
import { RefusedError } from '../../../shared/errors/index.js'
import { getSync } from '../../engine/Sync.js'
import { findSchedules } from '../../store/schedules/findSchedules.js'

type GetScheduleArgs = {
  id: Schedule['id']
  payload: Payload
  /** One of another connection is none that there is. @default 'all' */
  sight?: Sight
}

/** One schedule. @throws RefusedError when there is none of that id */
export const getSchedule = async ({
  id,
  payload,
  sight = 'all',
}: GetScheduleArgs): Promise<Schedule> => {
  const all = await findSchedules({ database: getSync(payload).database })
  const schedule = all.find((one) => String(one.id) === String(id))
  if (
    !schedule ||
    (schedule.connection !== null && !isInSight({ connection: schedule.connection, sight }))
  ) {
    throw new RefusedError({ code: 'UNKNOWN_SCHEDULE', message: `There is no schedule ${id}.` })
  }
  return schedule
}

/** Slug of the collection of schedules. */
export const getSchedulesSlug = (payload: Payload): string =>
  getSync(payload).database.slugs.syncSchedules
