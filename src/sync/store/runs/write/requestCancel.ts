import type { PayloadRequest } from 'payload'

import { and, eq } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../../run/Run.js'
import type { Database } from '../../Database.js'

type RequestCancelArgs = { database: Database; now: Date; req: PayloadRequest; runId: Run['id'] }

/**
 * Notes that a running run is not wanted any more, for a worker that does not hear of it now.
 * `false` when it is not running any more.
 */
export const requestCancel = async ({
  database,
  now,
  req,
  runId,
}: RequestCancelArgs): Promise<boolean> => {
  const logs = database.table('syncLogs')
  const session = await database.session(req)
  const noted = await session
    .update(logs)
    .set({ cancelRequestedAt: now.toISOString() })
    .where(and(eq(logs.id!, runId), eq(logs.status!, 'running')))
    .returning({ id: logs.id! })
  return noted.length > 0
}
