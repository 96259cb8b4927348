import { and, eq, inArray } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../../run/Run.js'
import type { Database } from '../../Database.js'

type BeatRunsArgs = { database: Database; now: Date; runIds: readonly Run['id'][] }

/**
 * Notes that the runs in this process's hands are well, and returns those nobody wants any more.
 */
export const beatRuns = async ({ database, now, runIds }: BeatRunsArgs): Promise<Run['id'][]> => {
  if (runIds.length === 0) {
    return []
  }
  const logs = database.table('syncLogs')
  const session = await database.session()
  const rows = await session
    .update(logs)
    .set({ heartbeatAt: now.toISOString() })
    .where(and(inArray(logs.id!, [...runIds]), eq(logs.status!, 'running')))
    .returning({ id: logs.id!, cancelRequestedAt: logs.cancelRequestedAt! })
  return rows
    .filter(({ cancelRequestedAt }) => cancelRequestedAt !== null)
    .map(({ id }) => id as Run['id'])
}
