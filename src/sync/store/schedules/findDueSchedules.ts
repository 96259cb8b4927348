import { asc } from '@payloadcms/db-postgres/drizzle'

import type { Schedule } from '../../schedule/Schedule.js'
import type { Database } from '../Database.js'

import { isDue } from './isDue.js'
import { scheduleColumns, toSchedule } from './toSchedule.js'

type FindDueSchedulesArgs = { database: Database; now: Date }

/** Schedules with a slot that is due, the longest due first. */
export const findDueSchedules = async ({
  database,
  now,
}: FindDueSchedulesArgs): Promise<Schedule[]> => {
  const table = database.table('syncSchedules')
  const session = await database.session()
  const rows = await session
    .select(scheduleColumns(database))
    .from(table)
    .where(isDue({ database, now }))
    .orderBy(asc(table.nextSlotAt!), asc(table.id!))
  return rows.map(toSchedule)
}
