import type { PayloadRequest } from 'payload'

import type { Counts, Progress } from '../../../run/Run.js'
import type { Checkpoint, Plan } from '../../../store/runs/Checkpoint.js'
import type { RunState } from '../../../store/runs/RunState.js'
import type { ClaimSource } from '../claims/settleClaims.js'
import type { Job } from '../Job.js'
import type { PreparedRecord, RejectedRecord } from '../prepareRecords.js'
import type { Batch } from '../storeBatch.js'

import { isSyncError } from '../../../../shared/errors/index.js'
import { inTransaction } from '../../../store/inTransaction.js'
import { isPassing } from '../../../store/isPassing.js'
import { saveCheckpoint } from '../../../store/runs/write/saveCheckpoint.js'
import { describeRefusal } from '../../write/refusal/describeRefusal.js'
import { toHookContext } from '../../write/toHookContext.js'
import { storeBatch } from '../storeBatch.js'
import { countBatch } from './countBatch.js'

export type CommitBatchArgs = {
  /** Makes the next checkpoint of the one before and of what was committed. */
  advance: (args: { checkpoint: Checkpoint; done: string[] }) => Checkpoint
  batch: Batch
  job: Job
  /** More work for the same transaction; returns what it adds to the counts. */
  onCommit?: (req: PayloadRequest) => Promise<{ counts: Partial<Counts>; warnings: string[] }>
  plan?: Plan
  progress: Progress
  requests: () => number
  /** Key of the scope that would prove the records' absence, or `null`. */
  scope: null | string
  signal: AbortSignal
  /** Which scope speaks; absent where the records are of none. */
  source?: ClaimSource | undefined
  state: RunState
}

/**
 * Stores a batch with its checkpoint in one transaction and returns the state the run is in then.
 * When the database or a hook refuses the batch, its records are tried one by one, and the one
 * that is refused again becomes an issue.
 *
 * @throws FencedError when the run is not this worker's any more
 */
export const commitBatch = async (args: CommitBatchArgs): Promise<RunState> => {
  try {
    return await commit(args)
  } catch (error) {
    const { batch, signal } = args
    if (isSyncError(error, 'FENCED') || signal.aborted || batch.prepared.length === 0) {
      throw error
    }
    const [only, ...others] = batch.prepared
    return only && others.length === 0
      ? await commitOnceMore({ ...args, record: only })
      : await commitOneByOne(args)
  }
}

/**
 * A run of the other lane may have created the same document, or one that both point to, a moment
 * ago; the second try finds it.
 */
const commitOnceMore = async ({
  record,
  ...args
}: { record: PreparedRecord } & CommitBatchArgs): Promise<RunState> => {
  try {
    return await commit(args)
  } catch (error) {
    if (isSyncError(error, 'FENCED') || isPassing(error)) {
      throw error
    }
    const rejected = [...args.batch.rejected, await refuse({ error, job: args.job, record })]
    return await commit({ ...args, batch: { ...args.batch, prepared: [], rejected } })
  }
}

const commitOneByOne = async (args: CommitBatchArgs): Promise<RunState> => {
  const { batch } = args
  let { state } = args
  const last = batch.prepared.length - 1
  for (const [index, record] of batch.prepared.entries()) {
    const isLast = index === last
    state = await commitBatch({
      ...args,
      batch: { ...batch, prepared: [record], rejected: isLast ? batch.rejected : [] },
      // Only the last one finishes what the batch would have finished.
      advance: isLast
        ? args.advance
        : ({ checkpoint, done }) => ({ ...checkpoint, done: [...checkpoint.done, ...done] }),
      onCommit: isLast ? args.onCommit : undefined,
      source: args.source && { ...args.source, endsScope: isLast && args.source.endsScope },
      state,
    })
  }
  return state
}

const commit = async ({
  advance,
  batch,
  job,
  onCommit,
  plan,
  progress,
  requests,
  scope,
  signal,
  source,
  state,
}: CommitBatchArgs): Promise<RunState> => {
  const { clock, database } = job
  return await inTransaction({
    context: toHookContext(job),
    database,
    work: async (req) => {
      signal.throwIfAborted()
      const stored = await storeBatch({ batch, job, req, scope, source })
      const more = await onCommit?.(req)

      const counts = add(state.counts, {
        ...countBatch({ runId: job.runId, stored }),
        ...more?.counts,
      })
      const done = [...stored.latest, ...stored.batch.rejected].map(({ externalId }) => externalId)
      const moved = advance({ checkpoint: state.checkpoint, done })
      const checkpoint = { ...moved, warnings: [...moved.warnings, ...(more?.warnings ?? [])] }
      const written = { checkpoint, counts, plan, requests: requests() }
      await saveCheckpoint({ ...written, database, now: clock.now(), progress, req, state })
      return { ...state, ...written, batches: state.batches + 1, plan: plan ?? state.plan }
    },
  })
}

const add = (counts: Counts, more: Partial<Counts>): Counts => ({
  conflicts: counts.conflicts + (more.conflicts ?? 0),
  created: counts.created + (more.created ?? 0),
  deferred: counts.deferred + (more.deferred ?? 0),
  fetched: counts.fetched + (more.fetched ?? 0),
  invalid: counts.invalid + (more.invalid ?? 0),
  missing: counts.missing + (more.missing ?? 0),
  unchanged: counts.unchanged + (more.unchanged ?? 0),
  updated: counts.updated + (more.updated ?? 0),
})

type RefuseArgs = { error: unknown; job: Job; record: PreparedRecord }

/** A record that the project's own database, validation or hooks do not take. */
const refuse = async ({
  error,
  job,
  record: { document, externalId },
}: RefuseArgs): Promise<RejectedRecord> => {
  const { collection } = job
  const told = await describeRefusal({ collection, document, error, job })
  return {
    externalId,
    isIdentified: true,
    issue: { ...told, documentId: null, externalId, kind: 'write' },
  }
}
