import type { PayloadRequest } from 'payload'

import { and, eq } from '@payloadcms/db-postgres/drizzle'

import type { Counts, Progress } from '../../../run/Run.js'
import type { Database } from '../../Database.js'
import type { Checkpoint, Plan } from '../Checkpoint.js'
import type { RunState } from '../RunState.js'

import { FencedError } from '../../../../shared/errors/index.js'
import { packJson } from '../../packJson.js'
import { toCountColumns } from '../toCountColumns.js'

type SaveCheckpointArgs = {
  checkpoint: Checkpoint
  counts: Counts
  database: Database
  now: Date
  /** Written once, when the scopes were listed. */
  plan?: Plan
  progress: Progress
  /** Its transaction carries the batch the checkpoint speaks of. */
  req: PayloadRequest
  requests: number
  state: Pick<RunState, 'attempt' | 'batches' | 'run'>
}

/**
 * Writes how far a run got, in the transaction of the batch.
 *
 * @throws FencedError when the run has moved on without this worker, or when the worker's previous
 * commit never reached the database. Nothing of the transaction may be kept then.
 */
export const saveCheckpoint = async ({
  checkpoint,
  counts,
  database,
  now,
  plan,
  progress,
  req,
  requests,
  state: { attempt, batches, run },
}: SaveCheckpointArgs): Promise<void> => {
  const logs = database.table('syncLogs')
  const session = await database.session(req)
  const saved = await session
    .update(logs)
    .set({
      ...toCountColumns(counts),
      batches: batches + 1,
      checkpoint: packJson(checkpoint),
      // Whatever went wrong before, the run has got on.
      crashes: 0,
      error_code: null,
      error_message: null,
      heartbeatAt: now.toISOString(),
      ...(plan && { plan: packJson(plan) }),
      progress_label: progress.label,
      progress_page: progress.page,
      progress_recordsDone: progress.recordsDone,
      progress_recordsTotal: progress.recordsTotal,
      progress_scopesDone: progress.scopesDone,
      progress_scopesTotal: progress.scopesTotal,
      requests,
      retries: 0,
      retryAt: null,
      updatedAt: now.toISOString(),
    })
    .where(
      and(
        eq(logs.id!, run.id),
        eq(logs.status!, 'running'),
        eq(logs.attempt!, attempt),
        eq(logs.batches!, batches),
      ),
    )
    .returning({ id: logs.id! })
  if (saved.length === 0) {
    throw new FencedError({ runId: run.id })
  }
}
