import type { PayloadRequest } from 'payload'

import { and, eq, inArray, or } from '@payloadcms/db-postgres/drizzle'

import type { Schedule } from '../../../../schedule/Schedule.js'
import type { Database } from '../../../Database.js'

type ScheduleSlot = { at: Date; scheduleId: Schedule['id'] }

type FindUsedSlotsArgs = { database: Database; req: PayloadRequest; slots: readonly ScheduleSlot[] }

/** Which of these slots have made a run. Returns what tells it of one of them. */
export const findUsedSlots = async ({
  database,
  req,
  slots,
}: FindUsedSlotsArgs): Promise<(slot: ScheduleSlot) => boolean> => {
  const logs = database.table('syncLogs')
  const byMoment = new Map<string, Schedule['id'][]>()
  for (const { at, scheduleId } of slots) {
    const moment = at.toISOString()
    byMoment.set(moment, [...(byMoment.get(moment) ?? []), scheduleId])
  }
  const conditions = [...byMoment].map(([moment, ids]) =>
    and(inArray(logs.scheduled_schedule!, ids), eq(logs.scheduled_at!, moment)),
  )
  if (conditions.length === 0) {
    return () => false
  }
  const session = await database.session(req)
  const rows = await session
    .selectDistinct({ at: logs.scheduled_at!, schedule: logs.scheduled_schedule! })
    .from(logs)
    .where(or(...conditions))
  const used = new Set(
    rows.map(({ at, schedule }) => toKey({ at: new Date(at as string), scheduleId: schedule })),
  )
  return (slot) => used.has(toKey(slot))
}

const toKey = ({ at, scheduleId }: { at: Date; scheduleId: unknown }): string =>
  `${String(scheduleId)}/${at.toISOString()}`
