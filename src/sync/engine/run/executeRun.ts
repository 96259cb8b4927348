import type { Page, ResourceContext, Scope, StoredRecords } from '../../../sdk/index.js'
import type { SyncError } from '../../../shared/errors/index.js'
import type { PagedHttpClient } from '../../http/createHttpClient.js'
import type { RunStatus } from '../../run/RunStatus.js'
import type { AbsenceRules } from '../../store/records/countAbsence.js'
import type { Checkpoint } from '../../store/runs/Checkpoint.js'
import type { RunState } from '../../store/runs/RunState.js'
import type { CommitBatchArgs } from '../batch/commitBatch.js'
import type { Job } from '../batch/Job.js'
import type { ReadPage } from './readPages.js'

import { isSyncError, ResourceError } from '../../../shared/errors/index.js'
import { commitBatch } from '../batch/commitBatch.js'
import { prepareRecords } from '../batch/prepareRecords.js'
import { reportMissing } from '../batch/reportMissing.js'
import { readPages } from './readPages.js'

export type ExecuteRunArgs = {
  absence: AbsenceRules
  /** The most records committed at once. */
  batchSize: number
  http: PagedHttpClient
  job: Job
  /** Told of every state the run reaches, so that whoever ends the run knows where it stands. */
  onState: (state: RunState) => void
  /** Requests sent so far in this attempt. */
  requests: () => number
  signal: AbortSignal
  since: Date | undefined
  /** What the provider's `source` gives, where it has one. */
  source: unknown
  state: RunState
  stored: StoredRecords
}

export type RunOutcome = {
  error: { code: string; message: string } | null
  status: Extract<RunStatus, 'completed' | 'failed' | 'partial'>
}

/**
 * Reads every scope of a run from its checkpoint on and stores what it finds, batch by batch.
 * Returns how the run ends; what stops it early (a failure that reaches beyond one scope, an abort,
 * a lost fence) is thrown.
 */
export const executeRun = async (args: ExecuteRunArgs): Promise<RunOutcome> => {
  const { absence, http, job, onState, requests, signal } = args
  let { state } = args
  const requestsBefore = state.requests
  const commit = async (step: Omit<CommitBatchArgs, 'job' | 'requests' | 'signal' | 'state'>) => {
    state = await commitBatch({
      ...step,
      job,
      requests: () => requestsBefore + requests(),
      signal,
      state,
    })
    onState(state)
  }

  const context = toResourceContext(args)
  const plan = state.plan ?? (await listScopes({ context, job }))
  if (!state.plan) {
    await commit({
      advance: ({ checkpoint }) => checkpoint,
      batch: { prepared: [], rejected: [] },
      plan,
      progress: {
        label: plan[0]?.label ?? null,
        page: plan.length > 0 ? 1 : null,
        scopesDone: 0,
        scopesTotal: plan.length,
      },
      scope: null,
    })
  }

  for (let index = state.checkpoint.scope; index < plan.length; index = state.checkpoint.scope) {
    const scope = plan[index]!
    // A resumed scope goes on where the row says it was.
    let page = state.checkpoint.cursor === undefined ? 1 : (state.run.progress.page ?? 1)
    const next = plan[index + 1]
    const afterScope = {
      label: next?.label ?? null,
      page: next ? 1 : null,
      scopesDone: index + 1,
      scopesTotal: plan.length,
    }
    try {
      const pages = readPages({
        cursor: state.checkpoint.cursor,
        fetchPage: (cursor) =>
          fetchPage({ context: { ...context, http: http.forPage() }, cursor, job, scope }),
      })
      for await (const read of pages) {
        const { done } = state.checkpoint
        for (const part of splitPage({ batchSize: args.batchSize, done, job, page: read, scope })) {
          const { advance, batch, endsPage, endsScope, isDoubtful } = part
          page += endsPage ? 1 : 0
          const progress = {
            label: scope.label,
            page,
            scopesDone: index,
            scopesTotal: plan.length,
          }
          const provesAbsence =
            scope.provesAbsence === true && !isDoubtful && !state.checkpoint.isDoubtful
          await commit({
            advance,
            batch,
            onCommit:
              endsScope && provesAbsence
                ? reportMissing({ absence, job, scope, state })
                : undefined,
            progress: endsScope ? afterScope : progress,
            scope: scope.provesAbsence ? scope.key : null,
          })
        }
      }
    } catch (error) {
      if (!isSyncError(error) || error.reach !== 'scope') {
        throw error
      }
      const { restarts = 0 } = state.checkpoint
      const isRestart = isSyncError(error, 'CURSOR_LOST') && restarts < MOST_RESTARTS
      await commit({
        advance: ({ checkpoint }) =>
          isRestart
            ? { ...checkpoint, cursor: undefined, done: [], restarts: restarts + 1 }
            : leaveScope({ checkpoint, error, scope }),
        batch: { prepared: [], rejected: [] },
        progress: isRestart
          ? { ...afterScope, label: scope.label, page: 1, scopesDone: index }
          : afterScope,
        scope: null,
      })
    }
  }
  return judge({ plan, state })
}

/** How often a scope is begun again before its lost cursors are taken for a failure. */
const MOST_RESTARTS = 2

type LeaveScopeArgs = { checkpoint: Checkpoint; error: SyncError; scope: Scope }

/** Goes on behind a scope that could not be read to its end, or that is known to hold nothing. */
const leaveScope = ({ checkpoint, error, scope: { key, label } }: LeaveScopeArgs): Checkpoint => {
  const { code, message } = error
  const failed = isSyncError(error, 'NOTHING_HERE') ? [] : [{ code, key, label, message }]
  return {
    ...checkpoint,
    cursor: undefined,
    done: [],
    failedScopes: [...checkpoint.failedScopes, ...failed],
    isDoubtful: false,
    restarts: 0,
    scope: checkpoint.scope + 1,
  }
}

const toResourceContext = ({
  http,
  signal,
  since,
  source,
  state,
  stored,
}: ExecuteRunArgs): ResourceContext => ({
  http,
  mode: state.run.mode,
  now: state.startedAt,
  signal,
  since,
  source,
  stored,
})

type ListScopesArgs = { context: ResourceContext; job: Job }

const listScopes = async ({ context, job }: ListScopesArgs): Promise<Scope[]> => {
  const list = job.resource.scopes[context.mode]
  if (!list) {
    throw new ResourceError(`${job.resourceName} cannot be synced in mode ${context.mode}.`)
  }
  return await asResourceFailure({ context, job, work: () => list(context) })
}

type FetchPageArgs = { cursor: Page['next']; scope: Scope } & ListScopesArgs

const fetchPage = async ({ context, cursor, job, scope }: FetchPageArgs): Promise<Page> =>
  await asResourceFailure({
    context,
    job,
    work: () => job.resource.fetchPage({ ...context, cursor, scope: scope.params }),
  })

type AsResourceFailureArgs<TResult> = {
  work: () => Promise<TResult> | TResult
} & ListScopesArgs

/** What a resource throws of its own is told with the resource's name; the rest passes as it is. */
const asResourceFailure = async <TResult>({
  context: { signal },
  job,
  work,
}: AsResourceFailureArgs<TResult>): Promise<TResult> => {
  try {
    return await work()
  } catch (error) {
    signal.throwIfAborted()
    if (isSyncError(error)) {
      throw error
    }
    const reason = error instanceof Error ? error.message : String(error)
    throw new ResourceError(
      `${job.provider.label} ${job.resourceName} stopped on a mistake in its own code: ${reason}`,
      { cause: error },
    )
  }
}

type SplitPageArgs = {
  batchSize: number
  /** Records of this page that an earlier attempt committed. */
  done: readonly string[]
  job: Job
  page: ReadPage
  scope: Scope
}

type PagePart = {
  /** Whether this is the last batch of the page. */
  endsPage: boolean
  /** Whether this is the last batch of the scope. */
  endsScope: boolean
  /** Whether the page holds a record that cannot be told apart from the others. */
  isDoubtful: boolean
} & Pick<CommitBatchArgs, 'advance' | 'batch'>

/** A page as batches, each with the checkpoint it leads to. An empty page is one empty batch. */
const splitPage = ({
  batchSize,
  done,
  job: { resource },
  page: { cursor, next, records },
  scope: { params },
}: SplitPageArgs): PagePart[] => {
  const { prepared, rejected } = prepareRecords({ records, resource, scope: params })
  const isToDo = ({ externalId }: { externalId: string }): boolean => !done.includes(externalId)
  const toDo = prepared.filter(isToDo)
  const isDoubtful = rejected.some(({ isIdentified }) => !isIdentified)
  const batches = Math.max(1, Math.ceil(toDo.length / batchSize))
  return Array.from({ length: batches }, (_, index) => {
    const isLast = index === batches - 1
    const endsScope = isLast && next === undefined
    return {
      advance: ({ checkpoint, done: committed }) => ({
        ...checkpoint,
        cursor: isLast ? next : cursor,
        done: isLast ? [] : [...checkpoint.done, ...committed],
        isDoubtful: !endsScope && (checkpoint.isDoubtful || isDoubtful),
        restarts: endsScope ? 0 : checkpoint.restarts,
        scope: endsScope ? checkpoint.scope + 1 : checkpoint.scope,
      }),
      batch: {
        prepared: toDo.slice(index * batchSize, (index + 1) * batchSize),
        rejected: index === 0 ? rejected.filter(isToDo) : [],
      },
      endsPage: isLast,
      endsScope,
      isDoubtful,
    }
  })
}

type JudgeArgs = { plan: readonly Scope[]; state: RunState }

/** Green means complete: every scope read to its end, every record stored, nothing to doubt. */
const judge = ({ plan, state }: JudgeArgs): RunOutcome => {
  const { failedScopes, warnings } = state.checkpoint
  const [first] = failedScopes
  if (first) {
    const message =
      plan.length === 1
        ? first.message
        : `${failedScopes.length} of ${plan.length} parts could not be read. ` +
          failedScopes.map((failed) => `${failed.label}: ${failed.message}`).join(' ')
    return {
      error: { code: first.code, message },
      status: failedScopes.length === plan.length ? 'failed' : 'partial',
    }
  }
  if (warnings.length > 0) {
    return {
      error: { code: 'SUSPICIOUS_ABSENCE', message: warnings.join(' ') },
      status: 'partial',
    }
  }
  const { invalid } = state.counts
  if (invalid > 0) {
    const message = `${invalid} of ${state.counts.fetched} records could not be stored; each has an issue that says why.`
    return { error: { code: 'RECORDS_INVALID', message }, status: 'partial' }
  }
  return { error: null, status: 'completed' }
}
