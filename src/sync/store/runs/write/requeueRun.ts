import type { PayloadRequest } from 'payload'

import { and, eq, isNull, sql } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../../run/Run.js'
import type { Database } from '../../Database.js'
import type { ResourceUse } from '../RunState.js'

import { assertMove } from '../../../run/RunStatus.js'
import { closeRun } from './closeRun.js'
import { toUseColumns } from './toUseColumns.js'

/**
 * Why a run goes back into the queue: its worker leaves, died, or met a passing failure; or its
 * provider is not to be asked for a while, which is no failure.
 */
export type RequeueReason = 'crash' | 'handover' | 'retry' | 'wait'

type RequeueRunArgs = {
  database: Database
  error?: { code: string; message: string }
  now: Date
  reason: RequeueReason
  req: PayloadRequest
  retryAt?: Date
  run: Pick<Run, 'attempt' | 'id'>
  /** What the attempt took, where its worker lives to tell. */
  use?: ResourceUse
}

/** What each reason adds to; a committed batch sets both back to nothing. */
const COUNTED: Readonly<Record<RequeueReason, 'crashes' | 'retries' | null>> = {
  crash: 'crashes',
  handover: null,
  retry: 'retries',
  wait: null,
}

/**
 * Puts a running run back into the queue, behind what waits; it goes on from its checkpoint. One
 * that was asked to be cancelled ends here instead, for no worker would take it.
 * `false` when it is not in this attempt any more, and then somebody else has seen to it.
 */
export const requeueRun = async ({
  database,
  error,
  now,
  reason,
  req,
  retryAt,
  run: { id, attempt },
  use,
}: RequeueRunArgs): Promise<boolean> => {
  const { from, to } = assertMove({ from: 'running', to: 'queued' })
  const logs = database.table('syncLogs')
  const session = await database.session(req)
  const counted = COUNTED[reason]
  const isInAttempt = and(eq(logs.id!, id), eq(logs.status!, from), eq(logs.attempt!, attempt))
  const requeued = await session
    .update(logs)
    .set({
      error_code: error?.code ?? null,
      error_message: error?.message ?? null,
      queuedAt: now.toISOString(),
      retryAt: retryAt?.toISOString() ?? null,
      status: to,
      updatedAt: now.toISOString(),
      ...(use && toUseColumns({ logs, use })),
      ...(counted && { [counted]: sql`coalesce(${logs[counted]!}, 0) + 1` }),
      ...(reason === 'retry' && { retriesTotal: sql`coalesce(${logs.retriesTotal!}, 0) + 1` }),
    })
    .where(and(isInAttempt, isNull(logs.cancelRequestedAt!)))
    .returning({ id: logs.id! })
  if (requeued.length > 0) {
    return true
  }
  const run = { id, attempt }
  return await closeRun({ database, error: null, from, now, req, run, to: 'cancelled' })
}
