import { and, gt, isNotNull, lte, or } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

/** By how much the clocks of two hosts may differ before one of them is taken to be wrong. */
const SKEW_MS = 5 * 60_000

type IsDueArgs = { database: Database; now: Date }

/**
 * Schedules with a slot that is due, and those whose newest slot is still to come: a clock was
 * ahead then, and what lies between would pass unused. One that is off has no next slot.
 */
export const isDue = ({ database, now }: IsDueArgs) => {
  const { lastSlotAt, nextSlotAt } = database.table('syncSchedules')
  const future = new Date(now.getTime() + SKEW_MS)
  return or(
    lte(nextSlotAt!, now.toISOString()),
    and(gt(lastSlotAt!, future.toISOString()), isNotNull(nextSlotAt!)),
  )
}
