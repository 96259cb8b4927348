import type { PayloadRequest } from 'payload'

import { eq, sql } from '@payloadcms/db-postgres/drizzle'

import type { Schedule } from '../../schedule/Schedule.js'
import type { Database } from '../Database.js'

type PassSlotArgs = {
  database: Database
  /** Why it started no run; `null` when it did. */
  error: null | string
  next: Date | undefined
  req: PayloadRequest
  scheduleId: Schedule['id']
  skipped: number
  /** `null` when none was used. */
  slot: Date | null
}

/**
 * Goes on to a schedule's next slot. Leaves `updatedAt` alone: an editor who has the schedule open
 * changed nothing and must not be told that somebody else did.
 */
export const passSlot = async ({
  database,
  error,
  next,
  req,
  scheduleId,
  skipped,
  slot,
}: PassSlotArgs): Promise<void> => {
  const table = database.table('syncSchedules')
  const session = await database.session(req)
  await session
    .update(table)
    .set({
      lastError: error,
      lastSlotAt: slot?.toISOString() ?? null,
      nextSlotAt: next?.toISOString() ?? null,
      skippedSlots: sql`coalesce(${table.skippedSlots!}, 0) + ${skipped}`,
    })
    .where(eq(table.id!, scheduleId))
}
