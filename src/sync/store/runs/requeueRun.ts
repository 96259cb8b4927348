import type { PayloadRequest } from 'payload'

import { and, eq } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../run/Run.js'
import type { Database } from '../Database.js'

type RequeueRunArgs = {
  database: Database
  now: Date
  req: PayloadRequest
  run: Pick<Run, 'attempt' | 'id'>
}

/**
 * Puts a running run back into the queue's hands; it goes on from its checkpoint. `false` when it
 * is not in this attempt any more, and then somebody else has seen to it.
 */
export const requeueRun = async ({
  database,
  now,
  req,
  run: { id, attempt },
}: RequeueRunArgs): Promise<boolean> => {
  const logs = database.table('syncLogs')
  const session = await database.session(req)
  const requeued = await session
    .update(logs)
    .set({ status: 'queued', updatedAt: now.toISOString() })
    .where(and(eq(logs.id!, id), eq(logs.status!, 'running'), eq(logs.attempt!, attempt)))
    .returning({ id: logs.id! })
  return requeued.length > 0
}
