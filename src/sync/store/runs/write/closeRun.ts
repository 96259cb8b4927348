import type { PayloadRequest } from 'payload'

import { and, eq } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../../run/Run.js'
import type { RunStatus } from '../../../run/RunStatus.js'
import type { Database } from '../../Database.js'

import { assertMove } from '../../../run/RunStatus.js'

type CloseRunArgs = {
  database: Database
  error: { code: string; message: string } | null
  from: Extract<RunStatus, 'queued' | 'running'>
  now: Date
  req: PayloadRequest
  run: Pick<Run, 'attempt' | 'id'>
  to: Extract<RunStatus, 'cancelled' | 'failed'>
}

/**
 * Ends a run that no worker has in hand: one that waits, or one whose worker is dead. `false` when
 * it moved on in the meantime.
 */
export const closeRun = async ({
  database,
  error,
  now,
  req,
  run: { id, attempt },
  ...move
}: CloseRunArgs): Promise<boolean> => {
  const { from, to } = assertMove(move)
  const logs = database.table('syncLogs')
  const session = await database.session(req)
  const closed = await session
    .update(logs)
    .set({
      error_code: error?.code ?? null,
      error_message: error?.message ?? null,
      finishedAt: now.toISOString(),
      progress_label: null,
      progress_page: null,
      retryAt: null,
      status: to,
      updatedAt: now.toISOString(),
    })
    .where(and(eq(logs.id!, id), eq(logs.status!, from), eq(logs.attempt!, attempt)))
    .returning({ id: logs.id! })
  return closed.length > 0
}
