import type { PayloadRequest } from 'payload'

import { and, eq } from '@payloadcms/db-postgres/drizzle'

import type { Schedule } from '../../schedule/Schedule.js'
import type { Database } from '../Database.js'

import { isDue } from './isDue.js'
import { scheduleColumns, toSchedule } from './toSchedule.js'

type LockDueScheduleArgs = {
  database: Database
  now: Date
  req: PayloadRequest
  scheduleId: Schedule['id']
}

/**
 * Holds a schedule until the transaction of `req` ends. `null` when another process holds it, or
 * when its slot has been dealt with or moved since.
 */
export const lockDueSchedule = async ({
  database,
  now,
  req,
  scheduleId,
}: LockDueScheduleArgs): Promise<null | Schedule> => {
  const table = database.table('syncSchedules')
  const session = await database.session(req)
  const [row] = await session
    .select(scheduleColumns(database))
    .from(table)
    .where(and(eq(table.id!, scheduleId), isDue({ database, now })))
    .for('update', { skipLocked: true })
  return row ? toSchedule(row) : null
}
