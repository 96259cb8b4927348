import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'

import { RefusedError } from '../../../shared/errors/index.js'
import { getSync } from '../../engine/Sync.js'
import { closeScheduleIssue } from '../../store/issues/schedules/closeScheduleIssue.js'

type ResolveScheduleIssueArgs = {
  id: number | string
  payload: Payload
  /** One of another connection is none that there is. @default 'all' */
  sight?: Sight
}

/**
 * Closes an issue about a schedule. It is opened again when the schedule is saved as it is. Those
 * about records close by themselves.
 *
 * @throws RefusedError when there is no such issue about a schedule
 */
export const resolveScheduleIssue = async ({
  id,
  payload,
  sight = 'all',
}: ResolveScheduleIssueArgs): Promise<void> => {
  const { clock, database } = getSync(payload)
  if (!(await closeScheduleIssue({ id, database, now: clock.now(), sight }))) {
    throw new RefusedError({
      code: 'UNKNOWN_ISSUE',
      message: `There is no issue ${id} about a schedule.`,
    })
  }
}
