import type { PayloadRequest } from 'payload'

import { and, asc, inArray } from '@payloadcms/db-postgres/drizzle'

import type { Schedule } from '../../schedule/Schedule.js'
import type { Database } from '../Database.js'

import { isDue } from './isDue.js'
import { scheduleColumns, toSchedule } from './toSchedule.js'

type LockDueSchedulesArgs = {
  database: Database
  now: Date
  req: PayloadRequest
  scheduleIds: readonly Schedule['id'][]
}

/**
 * Holds schedules until the transaction of `req` ends. Leaves out those that another process holds
 * and those whose slot has been dealt with or moved since. The longest due first.
 */
export const lockDueSchedules = async ({
  database,
  now,
  req,
  scheduleIds,
}: LockDueSchedulesArgs): Promise<Schedule[]> => {
  const table = database.table('syncSchedules')
  const session = await database.session(req)
  const rows = await session
    .select(scheduleColumns(database))
    .from(table)
    .where(and(inArray(table.id!, [...scheduleIds]), isDue({ database, now })))
    .orderBy(asc(table.nextSlotAt!), asc(table.id!))
    .for('update', { skipLocked: true })
  return rows.map(toSchedule)
}
