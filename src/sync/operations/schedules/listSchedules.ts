import type { Payload } from 'payload'

import type { Schedule } from '../../schedule/Schedule.js'

import { getSync } from '../../engine/Sync.js'
import { findSchedules } from '../../store/schedules/findSchedules.js'

type ListSchedulesArgs = {
  payload: Payload
  /** @default all */
  provider?: string
}

/** The schedules, those that are off included, in the order they were made. */
export const listSchedules = async ({
  payload,
  provider,
}: ListSchedulesArgs): Promise<Schedule[]> => {
  const all = await findSchedules({ database: getSync(payload).database })
  return all.filter((schedule) => provider === undefined || schedule.provider === provider)
}
