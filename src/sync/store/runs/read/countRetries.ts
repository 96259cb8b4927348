import { eq } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../../run/Run.js'
import type { Database } from '../../Database.js'

type CountRetriesArgs = { database: Database; runId: Run['id'] }

/** How often a run was tried again since it last got on. */
export const countRetries = async ({ database, runId }: CountRetriesArgs): Promise<number> => {
  const logs = database.table('syncLogs')
  const session = await database.session()
  const [row] = await session
    .select({ retries: logs.retries! })
    .from(logs)
    .where(eq(logs.id!, runId))
  return Number(row?.retries ?? 0)
}
