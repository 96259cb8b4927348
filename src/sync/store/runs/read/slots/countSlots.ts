import type { PayloadRequest } from 'payload'

import { and, countDistinct, eq, gte, lt } from '@payloadcms/db-postgres/drizzle'

import type { Schedule } from '../../../../schedule/Schedule.js'
import type { Database } from '../../../Database.js'

type CountSlotsArgs = {
  database: Database
  /** The first slot that counts. */
  from: Date
  req: PayloadRequest
  scheduleId: Schedule['id']
  /** The first one that does not. */
  to: Date
}

/** How many slots of a schedule within a time have made a run, however it was edited since. */
export const countSlots = async ({
  database,
  from,
  req,
  scheduleId,
  to,
}: CountSlotsArgs): Promise<number> => {
  const logs = database.table('syncLogs')
  const session = await database.session(req)
  const [row] = await session
    .select({ slots: countDistinct(logs.scheduled_at!) })
    .from(logs)
    .where(
      and(
        eq(logs.scheduled_schedule!, scheduleId),
        gte(logs.scheduled_at!, from.toISOString()),
        lt(logs.scheduled_at!, to.toISOString()),
      ),
    )
  return row?.slots ?? 0
}
