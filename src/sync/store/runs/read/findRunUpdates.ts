import { inArray, or, sql } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../../run/Run.js'
import type { Database } from '../../Database.js'

import { ACTIVE_STATUSES } from '../../../run/RunStatus.js'
import { readRuns } from './readRuns.js'

type FindRunUpdatesArgs = {
  database: Database
  /** Runs that were active at the last look, so that none ends unseen. */
  followed: readonly Run['id'][]
}

const MAX_RUNS = 200

/**
 * Runs that wait or work, those that did at the last look, and whatever moved within the last
 * minute by the database's clock: a run that began and ended between two looks. One statement.
 */
export const findRunUpdates = async ({
  database,
  followed,
}: FindRunUpdatesArgs): Promise<Run[]> => {
  const logs = database.table('syncLogs')
  return await readRuns({
    database,
    limit: MAX_RUNS,
    where: or(
      inArray(logs.status!, [...ACTIVE_STATUSES]),
      sql`${logs.updatedAt!} > now() - interval '1 minute'`,
      followed.length > 0 ? inArray(logs.id!, [...followed]) : undefined,
    ),
  })
}
