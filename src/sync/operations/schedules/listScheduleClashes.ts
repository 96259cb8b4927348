import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { Clash } from '../../scheduler/clashes/Clash.js'

import { isInSight } from '../../../sdk/connections/Sight.js'
import { loadSync } from '../../engine/Sync.js'
import { isOn } from '../../schedule/isOn.js'
import { searchClashes } from '../../scheduler/searchClashes.js'
import { findSchedules } from '../../store/schedules/findSchedules.js'

type ListScheduleClashesArgs = {
  payload: Payload
  /** Schedules of other connections are left out. @default 'all' */
  sight?: Sight
}

/** Everything that speaks against the schedules as they are, the worst first. */
export const listScheduleClashes = async ({
  payload,
  sight = 'all',
}: ListScheduleClashesArgs): Promise<Clash[]> => {
  const sync = await loadSync({ payload })
  const schedules = (await findSchedules({ database: sync.database })).filter(
    ({ connection }) => connection === null || isInSight({ connection, sight }),
  )
  const { clashes } = await searchClashes({ schedules: schedules.filter(isOn), sync })
  return clashes
}
