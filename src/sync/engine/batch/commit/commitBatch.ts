import type { PayloadRequest } from 'payload'

import type { Counts, Progress } from '../../../run/Run.js'
import type { Checkpoint, Plan } from '../../../store/runs/Checkpoint.js'
import type { RunState } from '../../../store/runs/RunState.js'
import type { ClaimSource } from '../claims/settleClaims.js'
import type { Job } from '../Job.js'
import type { PreparedRecord, RejectedRecord } from '../prepareRecords.js'
import type { Batch } from '../storeBatch.js'

import { isSyncError } from '../../../../shared/errors/index.js'
import { groupBy } from '../../../../shared/groupBy.js'
import { isPassing } from '../../../store/failures/isPassing.js'
import { inTransaction } from '../../../store/inTransaction.js'
import { saveCheckpoint } from '../../../store/runs/write/saveCheckpoint.js'
import { GiveUpError } from '../../direct/GiveUpError.js'
import { describeRefusal } from '../../write/refusal/describeRefusal.js'
import { StubRefusedError } from '../../write/refusal/StubRefusedError.js'
import { toHookContext } from '../../write/toHookContext.js'
import { storeBatch } from '../storeBatch.js'
import { countBatch } from './countBatch.js'
import { TooManyError } from './findWay.js'
import { splitWaiting } from './splitWaiting.js'

export type CommitBatchArgs = {
  /** Makes the next checkpoint of the one before and of what was committed. */
  advance: (args: { checkpoint: Checkpoint; done: string[] }) => Checkpoint
  batch: Batch
  job: Job
  /** More work for the same transaction; returns what it adds to the counts. */
  onCommit?: (req: PayloadRequest) => Promise<{ counts: Partial<Counts>; warnings: string[] }>
  /** Places of the scopes in the plan, by key. @default nothing is known of others */
  order?: ReadonlyMap<string, number> | undefined
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
 * When the database or a hook refuses the batch, its halves are tried, then theirs, and in the end
 * its records one by one; the ones that are refused again become issues. Records that need what was
 * refused are not tried. A batch that cannot be written together is tried again as Payload writes
 * it, and a large one of these in halves.
 *
 * @throws FencedError when the run is not this worker's any more
 */
export const commitBatch = async (args: CommitBatchArgs): Promise<RunState> => {
  const { batch, job } = args
  const { prepared, rejected } = batch
  try {
    return await commit(args)
  } catch (error) {
    if (isSyncError(error, 'FENCED') || args.signal.aborted || prepared.length === 0) {
      throw error
    }
    if (error instanceof TooManyError) {
      return await commitHalves(args)
    }
    const plainly = { ...args, job: { ...job, isPlain: true } }
    const count = listIds(prepared).length
    const isOne = count === 1
    // What one of many validators refuses is found one by one.
    if (error instanceof GiveUpError && !job.isPlain && (isOne || !error.isRefusal)) {
      return await commitBatch(plainly)
    }
    const split =
      error instanceof StubRefusedError ? await splitWaiting({ error, job, prepared }) : undefined
    if (!split?.waiting.length && count > FEW) {
      return await commitHalves(args)
    }
    if (!split?.waiting.length) {
      return await commitOneByOne({ ...plainly, ...(isOne && { failed: { error } }) })
    }
    const { hasOthers, left, waiting } = split
    const rest = {
      ...args,
      batch: { ...batch, prepared: left, rejected: [...rejected, ...waiting] },
    }
    return hasOthers || left.length === 0
      ? await commitBatch(rest)
      : await commitOneByOne({ ...rest, job: plainly.job })
  }
}

/** As many as are tried one by one where they are refused together. */
const FEW = 16

/**
 * The first half keeps the place of the batch; the second one finishes what it would have. All forms
 * of one record go together: only the last one is written.
 */
const commitHalves = async (args: CommitBatchArgs): Promise<RunState> => {
  const { batch, source } = args
  const ids = listIds(batch.prepared)
  const ofFirst = new Set(ids.slice(0, Math.ceil(ids.length / 2)))
  const isFirst = ({ externalId }: PreparedRecord): boolean => ofFirst.has(externalId)
  const state = await commitBatch({
    ...args,
    advance: keepPlace,
    batch: { ...batch, prepared: batch.prepared.filter(isFirst), rejected: [] },
    onCommit: undefined,
    source: source && { ...source, endsScope: false },
  })
  return await commitBatch({
    ...args,
    batch: { ...batch, prepared: batch.prepared.filter((record) => !isFirst(record)) },
    state,
  })
}

const listIds = (records: readonly PreparedRecord[]): string[] => [
  ...new Set(records.map(({ externalId }) => externalId)),
]

const keepPlace: CommitBatchArgs['advance'] = ({ checkpoint, done }) => ({
  ...checkpoint,
  done: [...checkpoint.done, ...done],
})

/** How a record's first try ended, where it was tried already. */
type Failed = { failed?: { error: unknown } }

/** What is refused is stored with the last record: all that is said of it in one go. */
const commitOneByOne = async (args: CommitBatchArgs & Failed): Promise<RunState> => {
  const { batch, signal } = args
  const rejected = [...batch.rejected]
  const records = [
    ...groupBy({ items: batch.prepared, keyOf: ({ externalId }) => externalId }).values(),
  ]
  let { state } = args
  for (const [index, forms] of records.entries()) {
    const isLast = index === records.length - 1
    const record = forms.at(-1)!
    const step = {
      ...args,
      batch: { ...batch, prepared: forms, rejected: isLast ? rejected : [] },
      // Only the last one finishes what the batch would have finished.
      advance: isLast ? args.advance : keepPlace,
      onCommit: isLast ? args.onCommit : undefined,
      source: args.source && { ...args.source, endsScope: isLast && args.source.endsScope },
      state,
    }
    const tried = await commitOrRefuse({ ...step, record })
    if ('state' in tried) {
      state = tried.state
      continue
    }
    signal.throwIfAborted()
    rejected.push(tried.refused)
    if (isLast) {
      state = await commit({ ...step, batch: { ...batch, prepared: [], rejected } })
    }
  }
  return state
}

const commit = async ({
  advance,
  batch,
  job,
  onCommit,
  order,
  plan,
  progress,
  requests,
  scope,
  signal,
  source,
  state,
}: CommitBatchArgs): Promise<RunState> => {
  const { clock, database, profile } = job
  const begun = performance.now()
  const others = profile?.spent() ?? 0
  const stored = await inTransaction({
    context: toHookContext(job),
    database,
    work: async (req) => {
      signal.throwIfAborted()
      const stored = await storeBatch({ batch, job, order, req, scope, source })
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
  }) // All of it that was not comparing and writing.
  profile?.add('commit', performance.now() - begun - (profile.spent() - others))
  return stored
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

type CommitOrRefuseArgs = { record: PreparedRecord } & CommitBatchArgs & Failed

/**
 * Stores one record, or says why it is refused. A run of the other lane may have created the same
 * document, or one that both point to, a moment ago; the second try finds it. What others are
 * refused for as well is not tried again.
 */
const commitOrRefuse = async ({
  failed,
  record,
  ...args
}: CommitOrRefuseArgs): Promise<{ refused: RejectedRecord } | { state: RunState }> => {
  const { job, signal } = args
  const attempt = async (): Promise<{ error: unknown } | { state: RunState }> => {
    try {
      return { state: await commit(args) }
    } catch (error) {
      if (isSyncError(error, 'FENCED') || signal.aborted) {
        throw error
      }
      return { error }
    }
  }
  const first = failed ?? (await attempt())
  if ('state' in first) {
    return first
  }
  const known = isPassing(first.error) ? undefined : await refuse({ ...first, job, record })
  if (known?.issue.cause) {
    return { refused: known }
  }
  const second = await attempt()
  if ('state' in second) {
    return second
  }
  if (isPassing(second.error)) {
    throw second.error
  }
  return { refused: await refuse({ ...second, job, record }) }
}

type RefuseArgs = { error: unknown; job: Job; record: PreparedRecord }

/** A record that the project's own database, validation or hooks do not take. */
const refuse = async ({
  error,
  job,
  record: { document, externalId, raw },
}: RefuseArgs): Promise<RejectedRecord> => {
  const { collection } = job
  const told = await describeRefusal({ collection, document, error, job })
  return {
    externalId,
    isIdentified: true,
    issue: { ...told, documentId: null, externalId, kind: 'write' },
    mapped: document,
    raw,
  }
}
