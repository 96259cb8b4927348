import type { PayloadRequest } from 'payload'

import { asc } from '@payloadcms/db-postgres/drizzle'

import type { Schedule } from '../../schedule/Schedule.js'
import type { Database } from '../Database.js'

import { scheduleColumns, toSchedule } from './toSchedule.js'

type FindSchedulesArgs = { database: Database; req?: PayloadRequest }

/** All schedules, in the order they were made. */
export const findSchedules = async ({ database, req }: FindSchedulesArgs): Promise<Schedule[]> => {
  const table = database.table('syncSchedules')
  const session = await database.session(req)
  const rows = await session.select(scheduleColumns(database)).from(table).orderBy(asc(table.id!))
  return rows.map(toSchedule)
}
