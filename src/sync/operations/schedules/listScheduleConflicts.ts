import type { Payload } from 'payload'

import type { Conflict } from '../../scheduler/conflicts/Conflict.js'

import { getSync } from '../../engine/Sync.js'
import { isOn } from '../../schedule/isOn.js'
import { searchConflicts } from '../../scheduler/searchConflicts.js'
import { findSchedules } from '../../store/schedules/findSchedules.js'

/** Everything that speaks against the schedules as they are, the worst first. */
export const listScheduleConflicts = async ({
  payload,
}: {
  payload: Payload
}): Promise<Conflict[]> => {
  const sync = getSync(payload)
  const schedules = await findSchedules({ database: sync.database })
  const { conflicts } = await searchConflicts({ schedules: schedules.filter(isOn), sync })
  return conflicts
}
