import type { Payload } from 'payload'

import type { Clash } from '../../scheduler/clashes/Clash.js'

import { getSync } from '../../engine/Sync.js'
import { isOn } from '../../schedule/isOn.js'
import { searchClashes } from '../../scheduler/searchClashes.js'
import { findSchedules } from '../../store/schedules/findSchedules.js'

/** Everything that speaks against the schedules as they are, the worst first. */
export const listScheduleClashes = async ({ payload }: { payload: Payload }): Promise<Clash[]> => {
  const sync = getSync(payload)
  const schedules = await findSchedules({ database: sync.database })
  const { clashes } = await searchClashes({ schedules: schedules.filter(isOn), sync })
  return clashes
}
