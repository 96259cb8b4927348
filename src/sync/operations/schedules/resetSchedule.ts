import type { Payload } from 'payload'

import { RefusedError } from '../../../shared/errors/index.js'
import { getSync } from '../../engine/Sync.js'
import { isId } from '../../store/isId.js'

type ResetScheduleArgs = { payload: Payload; scheduleId: number | string }

/**
 * Gives a schedule of the config back the values that the config has for it.
 *
 * @throws RefusedError for one that nobody knows or that the config does not have
 */
export const resetSchedule = async ({ payload, scheduleId }: ResetScheduleArgs): Promise<void> => {
  const { database, slugs } = getSync(payload)
  const collection = slugs.syncSchedules
  const schedule = isId({ id: scheduleId, database })
    ? await payload.findByID({ id: scheduleId, collection, depth: 0, disableErrors: true })
    : null
  if (!schedule) {
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
