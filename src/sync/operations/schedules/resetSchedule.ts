import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'

import { isInSight } from '../../../sdk/connections/Sight.js'
import { RefusedError } from '../../../shared/errors/index.js'
import { getSync } from '../../engine/Sync.js'
import { isId } from '../../store/isId.js'

type ResetScheduleArgs = {
  payload: Payload
  scheduleId: number | string
  /** One of another connection is none that there is. @default 'all' */
  sight?: Sight
}

/**
 * Gives a schedule of the config back the values that the config has for it.
 *
 * @throws RefusedError for one that nobody knows or that the config does not have
 */
export const resetSchedule = async ({
  payload,
  scheduleId,
  sight = 'all',
}: ResetScheduleArgs): Promise<void> => {
  const { database, slugs } = getSync(payload)
  const collection = slugs.syncSchedules
  const schedule = isId({ id: scheduleId, database })
    ? await payload.findByID({ id: scheduleId, collection, depth: 0, disableErrors: true })
    : null
  const connection = schedule?.connection as null | string | undefined
  if (!schedule || (connection && !isInSight({ connection, sight }))) {
    throw new RefusedError({
      code: 'UNKNOWN_SCHEDULE',
      message: `There is no schedule ${scheduleId}.`,
    })
  }
  if (!schedule.defaults) {
    throw new RefusedError({
      code: 'NO_DEFAULT',
      message: 'A schedule that a person made has no default to go back to.',
    })
  }
  await payload.update({
    id: scheduleId,
    collection,
    data: schedule.defaults as Record<string, unknown>,
    depth: 0,
  })
}
