import type { PayloadRequest } from 'payload'

import { and, eq } from '@payloadcms/db-postgres/drizzle'

import type { Schedule } from '../../../schedule/Schedule.js'
import type { Database } from '../../Database.js'

type HasSlotArgs = {
  at: Date
  database: Database
  req: PayloadRequest
  scheduleId: Schedule['id']
}

/** Whether a slot of a schedule has made a run already, however the schedule was edited since. */
export const hasSlot = async ({ at, database, req, scheduleId }: HasSlotArgs): Promise<boolean> => {
  const logs = database.table('syncLogs')
  const session = await database.session(req)
  const rows = await session
    .select({ id: logs.id! })
    .from(logs)
    .where(and(eq(logs.scheduled_schedule!, scheduleId), eq(logs.scheduled_at!, at.toISOString())))
    .limit(1)
  return rows.length > 0
}
