import type { PayloadRequest } from 'payload'

import { eq, sql } from '@payloadcms/db-postgres/drizzle'

import type { Schedule } from '../../schedule/Schedule.js'
import type { Database } from '../Database.js'

type PassSlotArgs = {
  /** The newest slot up to which skipped ones are counted. */
  countedUntil: Date
  database: Database
  /** Why it started no run; `null` when it did. */
  error: null | string
  next: Date | undefined
  req: PayloadRequest
  scheduleId: Schedule['id']
  /** Slots that passed unused since the last one; negative when earlier ones were not after all. */
  skipped: number
  /** `null` when none was used. */
  slot: Date | null
}

/**
 * Goes on to a schedule's next slot. Leaves `updatedAt` alone: an editor who has the schedule open
 * changed nothing and must not be told that somebody else did.
 */
export const passSlot = async ({
  countedUntil,
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
      countedUntil: countedUntil.toISOString(),
      lastError: error,
      lastSlotAt: slot?.toISOString() ?? null,
      nextSlotAt: next?.toISOString() ?? null,
      skippedSlots: sql`greatest(0, coalesce(${table.skippedSlots!}, 0) + ${skipped}::int)`,
    })
    .where(eq(table.id!, scheduleId))
}
