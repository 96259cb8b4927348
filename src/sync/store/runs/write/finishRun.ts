import type { PayloadRequest } from 'payload'

import { and, eq } from '@payloadcms/db-postgres/drizzle'

import type { Counts } from '../../../run/Run.js'
import type { RunStatus } from '../../../run/RunStatus.js'
import type { Database } from '../../Database.js'
import type { ResourceUse, RunState } from '../RunState.js'

import { FencedError } from '../../../../shared/errors/index.js'
import { assertMove } from '../../../run/RunStatus.js'
import { toCountColumns } from '../toCountColumns.js'
import { toUseColumns } from './toUseColumns.js'

type FinishRunArgs = {
  counts: Counts
  database: Database
  error: { code: string; message: string } | null
  now: Date
  req: PayloadRequest
  requests: number
  state: Pick<RunState, 'attempt' | 'batches' | 'run'>
  status: Extract<RunStatus, 'cancelled' | 'completed' | 'failed' | 'partial'>
  use: ResourceUse
}

/**
 * Ends a run.
 *
 * @throws FencedError when the run is another worker's by now
 */
export const finishRun = async ({
  counts,
  database,
  error,
  now,
  req,
  requests,
  state: { attempt, batches, run },
  status,
  use,
}: FinishRunArgs): Promise<void> => {
  const { from, to } = assertMove({ from: 'running', to: status })
  const logs = database.table('syncLogs')
  const session = await database.session(req)
  const finished = await session
    .update(logs)
    .set({
      ...toCountColumns(counts),
      ...toUseColumns({ logs, use }),
      error_code: error?.code ?? null,
      error_message: error?.message ?? null,
      finishedAt: now.toISOString(),
      progress_label: null,
      progress_page: null,
      requests,
      retryAt: null,
      status: to,
      updatedAt: now.toISOString(),
    })
    .where(
      and(
        eq(logs.id!, run.id),
        eq(logs.status!, from),
        eq(logs.attempt!, attempt),
        eq(logs.batches!, batches),
      ),
    )
    .returning({ id: logs.id! })
  if (finished.length === 0) {
    throw new FencedError({ runId: run.id })
  }
}
