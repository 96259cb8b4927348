import type { Chosen, ResourceContext, Scope, StoredRecords, SyncMode } from '../../../sdk/index.js'
import type { SyncError } from '../../../shared/errors/index.js'
import type { PagedHttpClient } from '../../http/createHttpClient.js'
import type { Progress } from '../../run/Run.js'
import type { AbsenceRules } from '../../store/records/absence/countAbsence.js'
import type { Checkpoint } from '../../store/runs/Checkpoint.js'
import type { RunState } from '../../store/runs/RunState.js'
import type { CommitBatchArgs } from '../batch/commit/commitBatch.js'
import type { Job } from '../batch/Job.js'
import type { Batch } from '../batch/storeBatch.js'
import type { RunOutcome } from './judgeRun.js'

import { isSyncError } from '../../../shared/errors/index.js'
import { NO_RECORDS } from '../../run/Run.js'
import { PLAN_SHAPE } from '../../store/runs/Checkpoint.js'
import { pruneSeen } from '../../store/sightings/pruneSeen.js'
import { reportMissing } from '../batch/absence/reportMissing.js'
import { commitMeasured } from '../batch/commit/commitMeasured.js'
import { findEarliest } from '../batch/look/saidOf.js'
import { applyWaiting } from '../batch/waiting/applyWaiting.js'
import { askAgain } from './again/askAgain.js'
import { forgetOthersPlan } from './again/forgetOthersPlan.js'
import { fetchPage, listScopes } from './callResource.js'
import { toFailure } from './failure/toFailure.js'
import { judgeRun } from './judgeRun.js'
import { joinPages } from './pages/joinPages.js'
import { toClaimSource } from './pages/toClaimSource.js'
import { readPages } from './readPages.js'

export type ExecuteRunArgs = {
  absence: AbsenceRules
  /** The most records committed at once. */
  batchSize: number
  /** What people chose to sync. */
  chosen: Chosen
  http: PagedHttpClient
  job: Job
  /** Told of every state the run reaches, so that whoever ends the run knows where it stands. */
  onState: (state: RunState) => void
  /** Requests sent so far in this attempt. */
  requests: () => number
  /** What must be taken out of every text that is stored. */
  secrets: () => readonly string[]
  signal: AbortSignal
  since: Date | undefined
  /** What the provider's `source` gives, where it has one. */
  source: unknown
  state: RunState
  stored: StoredRecords
}

/**
 * Reads every scope of a run from its checkpoint on and stores what it finds, batch by batch.
 * Returns how the run ends; what stops it early (a failure that reaches beyond one scope, an abort,
 * a lost fence) is thrown.
 */
export const executeRun = async (args: ExecuteRunArgs): Promise<RunOutcome> => {
  const { absence, chosen, http, job, onState, requests, signal } = args
  const begun = forgetOthersPlan({ job, state: args.state })
  let state = { ...begun, checkpoint: doubtBlind(begun.checkpoint) }
  const requestsBefore = state.requests
  const commit = async (step: Omit<CommitBatchArgs, 'job' | 'requests' | 'signal' | 'state'>) => {
    state = await commitMeasured({
      ...step,
      job,
      requests: () => requestsBefore + requests(),
      signal,
      state,
    })
    onState(state)
  }

  const commitWaiting = (progress: Progress) =>
    applyWaiting({
      job,
      store: (step) => commit({ ...step, advance: ({ checkpoint }) => checkpoint, progress }),
    })

  const context = toResourceContext(args)
  await commitWaiting(state.run.progress)
  const { connection } = state.run
  const plan = state.plan ?? (await listScopes({ chosen, connection, context, job }))
  if (!state.plan) {
    const plannedBy = { resource: job.resource.version, shape: PLAN_SHAPE }
    await commit({
      advance: ({ checkpoint }) => ({ ...checkpoint, plannedBy }),
      batch: NOTHING,
      plan,
      progress: {
        label: plan[0]?.label ?? null,
        page: plan.length > 0 ? 1 : null,
        ...NO_RECORDS,
        scopesDone: 0,
        scopesTotal: plan.length,
      },
      scope: null,
    })
  }

  const planned =
    state.run.mode === 'full' ? new Map(plan.map(({ key, label }) => [key, label])) : undefined
  const order = new Map(plan.map(({ key }, place) => [key, place]))
  for (let index = state.checkpoint.scope; index < plan.length; index = state.checkpoint.scope) {
    const scope = plan[index]!
    // A resumed scope goes on where the row says it was.
    let page = state.checkpoint.cursor === undefined ? 1 : (state.run.progress.page ?? 1)
    const { recordsDone, recordsTotal } = isBegun(state.checkpoint)
      ? state.run.progress
      : NO_RECORDS
    let records: Pick<Progress, 'recordsDone' | 'recordsTotal'> = { recordsDone, recordsTotal }
    const next = plan[index + 1]
    const afterScope = {
      label: next?.label ?? null,
      page: next ? 1 : null,
      ...NO_RECORDS,
      scopesDone: index + 1,
      scopesTotal: plan.length,
    }
    try {
      const pages = readPages({
        cursor: state.checkpoint.cursor,
        fetchPage: (cursor) => fetchPage({ context, cursor, http, job, scope }),
        maxPages: job.resource.maxPages,
        trail: state.checkpoint.trail,
      })
      const parts = joinPages({
        batchSize: Math.min(args.batchSize, job.resource.batchSize ?? Infinity),
        done: state.checkpoint.done,
        job,
        pages,
        scope,
      })
      for await (const { advance, batch, endsPages, endsScope, isDoubtful, total } of parts) {
        page += endsPages
        records = {
          recordsDone: records.recordsDone + batch.prepared.length + batch.rejected.length,
          recordsTotal: total ?? records.recordsTotal,
        }
        const progress = {
          label: scope.label,
          page,
          ...records,
          scopesDone: index,
          scopesTotal: plan.length,
        }
        const provesAbsence =
          scope.provesAbsence === true && !isDoubtful && !state.checkpoint.isDoubtful
        const since = new Date(state.checkpoint.saidAt ?? findEarliest(batch))
        await commit({
          advance,
          batch,
          onCommit:
            endsScope && provesAbsence
              ? reportMissing({ absence, job, scope, since, state })
              : undefined,
          order,
          progress: endsScope ? afterScope : progress,
          scope: scope.provesAbsence ? scope.key : null,
          source: toClaimSource({
            endsScope: endsScope && !isDoubtful && !state.checkpoint.isDoubtful,
            job,
            planned,
            run: state.run,
            scope,
            since,
          }),
        })
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
            ? {
                ...checkpoint,
                cursor: undefined,
                done: [],
                restarts: restarts + 1,
                trail: undefined,
              }
            : leaveScope({ checkpoint, error, scope, secrets: args.secrets() }),
        batch: NOTHING,
        progress: isRestart
          ? { ...afterScope, label: scope.label, page: 1, scopesDone: index }
          : afterScope,
        scope: null,
      })
    }
  }
  const ended = { ...ENDED, scopesDone: plan.length, scopesTotal: plan.length }
  if (state.checkpoint.failedScopes.length === 0) {
    await askAgain({
      commit: (step) => commit({ ...step, progress: ended }),
      context,
      http,
      job,
      run: state.run,
    })
  }
  // Whoever had a document open may have closed it by now.
  await commitWaiting(ended)
  await pruneSeen({
    connection: state.run.connection,
    database: job.database,
    now: job.clock.now(),
    provider: job.provider.name,
    resource: job.resourceName,
    runId: state.run.id,
    scopes: planned && state.checkpoint.failedScopes.length === 0 ? [...planned.keys()] : [],
  })
  return judgeRun({ plan, state })
}

/** How far a run got that has read everything. */
const ENDED = { label: null, page: null, ...NO_RECORDS }

/** Whether something of the scope was committed already. */
const isBegun = ({ cursor, done }: Checkpoint): boolean => cursor !== undefined || done.length > 0

/** A version that noted no moment did not note whom it saw either. */
const doubtBlind = (checkpoint: Checkpoint): Checkpoint => {
  return isBegun(checkpoint) && checkpoint.saidAt === undefined
    ? { ...checkpoint, isDoubtful: true }
    : checkpoint
}

/** What a step stores that only moves the checkpoint. */
const NOTHING: Batch = { prepared: [], rejected: [], saidAt: new Date(0) }

/** How often a scope is begun again before its lost cursors are taken for a failure. */
const MOST_RESTARTS = 2

type LeaveScopeArgs = {
  checkpoint: Checkpoint
  error: SyncError
  scope: Scope
  secrets: readonly string[]
}

/** Goes on behind a scope that could not be read to its end, or that is known to hold nothing. */
const leaveScope = ({
  checkpoint,
  error,
  scope: { key, label },
  secrets,
}: LeaveScopeArgs): Checkpoint => {
  const { code, message } = toFailure({ error, secrets })
  const failed = isSyncError(error, 'NOTHING_HERE') ? [] : [{ code, key, label, message }]
  return {
    ...checkpoint,
    cursor: undefined,
    done: [],
    failedScopes: [...checkpoint.failedScopes, ...failed],
    isDoubtful: false,
    restarts: 0,
    saidAt: undefined,
    scope: checkpoint.scope + 1,
    trail: undefined,
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
  // No worker takes a run that reads nothing.
  mode: state.run.mode as SyncMode,
  now: state.startedAt,
  signal,
  since,
  source,
  stored,
})
