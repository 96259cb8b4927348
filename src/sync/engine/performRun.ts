import { setTimeout as sleep } from 'node:timers/promises'

import type { Run } from '../run/Run.js'
import type { WorkerSession } from '../store/locks/openWorkerSession.js'
import type { RunState } from '../store/runs/RunState.js'
import type { RunOutcome } from './executeRun.js'
import type { StopReason } from './StopReason.js'
import type { Sync } from './Sync.js'

import { cleanText } from '../../shared/cleanText.js'
import { describeError, FencedError, SyncError } from '../../shared/errors/index.js'
import { redact } from '../../shared/redact.js'
import { createHttpClient } from '../http/createHttpClient.js'
import { inTransaction } from '../store/inTransaction.js'
import { createStoredRecords } from '../store/records/createStoredRecords.js'
import { claimRun } from '../store/runs/claimRun.js'
import { countRetries } from '../store/runs/countRetries.js'
import { findRun } from '../store/runs/findRun.js'
import { finishRun } from '../store/runs/finishRun.js'
import { noteSetback } from '../store/runs/noteSetback.js'
import { requeueRun } from '../store/runs/requeueRun.js'
import { findStates } from '../store/states/findStates.js'
import { saveOutcome } from '../store/states/saveOutcome.js'
import { executeRun } from './executeRun.js'
import { giveOut } from './giveOut.js'
import { isPassing } from './isPassing.js'
import { toJob } from './toJob.js'
import { toLockKey } from './toLockKey.js'
import { toRetryDelay } from './toRetryDelay.js'

type PerformRunArgs = {
  runId: Run['id']
  session: Pick<WorkerSession, 'acquire' | 'release'>
  /** Aborted with a `StopReason`. The batch in work is finished first. */
  signal: AbortSignal
  sync: Sync
}

/**
 * Does the work of one run: locks, claims, executes and ends it, and writes how it ended. A task
 * of a run that is not to be done now is done at once.
 *
 * @throws Error when another worker has the lock; the queue tries again
 */
export const performRun = async ({
  runId,
  session,
  signal,
  sync,
}: PerformRunArgs): Promise<void> => {
  const { clock, database, perConnection } = sync
  const run = await findRun({ database, runId })
  if (run?.status !== 'queued') {
    return
  }
  const key = toLockKey(run)
  if (!(await acquireSoon({ key, session, signal }))) {
    throw new Error(`Run ${runId} waits: another worker is at ${run.provider} ${run.resource}.`)
  }
  try {
    const state = await claimRun({ database, now: clock.now(), perConnection, run })
    if (state) {
      await work({ signal, state, sync })
    }
  } finally {
    await session.release(key)
  }
}

type AcquireSoonArgs = { key: string } & Pick<PerformRunArgs, 'session' | 'signal'>

/** A worker that has ended a run gives its lock up a moment after the next run was queued. */
const LOCK_TRIES = 20
const LOCK_WAIT_MS = 100

const acquireSoon = async ({ key, session, signal }: AcquireSoonArgs): Promise<boolean> => {
  for (let attempt = 0; attempt < LOCK_TRIES; attempt += 1) {
    if (await session.acquire(key)) {
      return true
    }
    await sleep(LOCK_WAIT_MS, undefined, { signal })
  }
  return false
}

type WorkArgs = { signal: AbortSignal; state: RunState; sync: Sync }

const work = async ({ signal: outer, state: claimed, sync }: WorkArgs): Promise<void> => {
  const { payload, providers, sliceMs } = sync
  const { run } = claimed
  const provider = providers.get(run.provider)
  const resource = provider?.resources.get(run.resource)
  const log = payload.logger.child({
    provider: run.provider,
    resource: run.resource,
    runId: run.id,
  })
  const secrets = provider?.http.secrets ?? []

  let requests = 0
  let state = claimed
  const end = async (outcome: EndedOutcome): Promise<void> => {
    const total = claimed.requests + requests
    await endRun({ outcome, requests: total, state, sync })
    const { counts } = state
    const level = outcome.status === 'failed' ? 'error' : 'info'
    log[level]({ counts, error: outcome.error, msg: `Sync ${outcome.status}.`, requests: total })
  }

  if (!provider || !resource) {
    const message = `${run.provider} ${run.resource} is not part of this project's config any more.`
    return await end({ error: { code: 'RESOURCE_UNKNOWN', message }, status: 'failed' })
  }
  if (provider.problems.length > 0) {
    const message = `${provider.label} is not set up: ${provider.problems.join(' ')}`
    return await end({ error: { code: 'PROVIDER_NOT_CONFIGURED', message }, status: 'failed' })
  }

  log.info({ attempt: run.attempt, mode: run.mode, msg: 'Sync started.' })
  // Ends what the engine began and no longer waits for, such as the fetch of a next page.
  const ended = new AbortController()
  const slice = new AbortController()
  const timer = setTimeout(() => slice.abort('slice' satisfies StopReason), sliceMs)
  const signal = AbortSignal.any([outer, slice.signal])
  try {
    const outcome = await executeRun({
      absence: sync.absence,
      batchSize: sync.batchSize,
      http: createHttpClient({
        clock: sync.clock,
        facts: provider.http,
        onRequest: () => {
          requests += 1
        },
        onSetback: (error) => {
          const failure = toFailure({ error, secrets })
          // Only for people who look meanwhile: a run does not fail because it could not be told.
          noteSetback({ database: sync.database, error: failure, run }).catch(() => undefined)
        },
        provider: provider.label,
      }),
      job: toJob({ provider, resourceName: run.resource, runId: run.id, sync }),
      onState: (next) => {
        state = next
      },
      requests: () => requests,
      signal: AbortSignal.any([signal, ended.signal]),
      since: await findSince({ state, sync }),
      state,
      stored: createStoredRecords({ database: sync.database, provider: provider.name }),
    })
    await end(outcome)
  } catch (error) {
    if (error instanceof FencedError) {
      log.warn({ msg: error.message })
      return
    }
    if (signal.aborted) {
      const reason = signal.reason as StopReason
      return reason === 'cancel'
        ? await end({ error: null, status: 'cancelled' })
        : await leave({ log, reason, state, sync })
    }
    const failure = toFailure({ error, secrets })
    if (isPassing(error) && (await retryLater({ error, failure, log, state, sync }))) {
      return
    }
    await end({ error: failure, status: 'failed' })
    if (!(error instanceof SyncError)) {
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
      log.error({
        msg: 'Sync stopped on an unexpected error.',
        stack: redact({ secrets, text: stack }),
      })
    }
  } finally {
    clearTimeout(timer)
    ended.abort()
  }
}

type EndedOutcome = { error: null; status: 'cancelled' } | RunOutcome

type EndRunArgs = { outcome: EndedOutcome; requests: number; state: RunState; sync: Sync }

const endRun = async ({ outcome, requests, state, sync }: EndRunArgs): Promise<void> => {
  const { clock, database } = sync
  const { error, status } = outcome
  const { connection, mode, provider, resource } = state.run
  await inTransaction({
    database,
    work: async (req) => {
      const now = clock.now()
      await finishRun({ counts: state.counts, database, error, now, req, requests, state, status })
      // A run that a person stopped says nothing of the provider.
      if (status !== 'cancelled') {
        await saveOutcome({
          connection,
          database,
          error: error?.message ?? null,
          isFailure: status === 'failed',
          now,
          provider,
          req,
          resource,
          // A live run reads only what is on; it says nothing of what changed elsewhere.
          since: mode === 'live' ? null : state.startedAt,
        })
      }
      await giveOut({ line: state.run, req, sync })
    },
  })
}

type LeaveArgs = {
  log: Sync['payload']['logger']
  reason: StopReason
  state: RunState
  sync: Sync
}

/** A worker that goes away leaves its run to the next one; a worker without its lock says nothing. */
const leave = async ({ log, reason, state: { run }, sync }: LeaveArgs): Promise<void> => {
  const { clock, database } = sync
  if (reason === 'lockLost') {
    log.warn({
      msg: 'The database ended the session that held the lock; the run is left to others.',
    })
    return
  }
  await inTransaction({
    database,
    work: async (req) => {
      if (await requeueRun({ database, now: clock.now(), reason: 'handover', req, run })) {
        await giveOut({ line: run, req, sync })
      }
    },
  })
  log.info({ msg: `Sync interrupted (${reason}); it goes on from its checkpoint.` })
}

type RetryLaterArgs = {
  error: unknown
  failure: NonNullable<RunOutcome['error']>
  log: Sync['payload']['logger']
  state: RunState
  sync: Sync
}

/** Puts a run off that failed for a passing reason. `false` when it has been put off often enough. */
const retryLater = async ({
  error,
  failure,
  log,
  state: { run },
  sync,
}: RetryLaterArgs): Promise<boolean> => {
  const { clock, database, retries } = sync
  const retry = (await countRetries({ database, runId: run.id })) + 1
  if (retry > retries) {
    return false
  }
  const now = clock.now()
  const delayMs = toRetryDelay({ error, random: Math.random(), retry })
  const retryAt = new Date(now.getTime() + delayMs)
  await inTransaction({
    database,
    work: async (req) => {
      if (await requeueRun({ database, error: failure, now, reason: 'retry', req, retryAt, run })) {
        await giveOut({ line: run, req, sync })
      }
    },
  })
  log.warn({ error: failure, msg: 'Sync put off.', retry, retryAt: retryAt.toISOString() })
  return true
}

type FindSinceArgs = { state: RunState; sync: Sync }

const findSince = async ({
  state: { run },
  sync: { database },
}: FindSinceArgs): Promise<Date | undefined> => {
  const states = await findStates(database)
  const since = states.find(
    ({ connection, provider, resource }) =>
      connection === run.connection && provider === run.provider && resource === run.resource,
  )?.since
  return since ? new Date(since) : undefined
}

type ToFailureArgs = { error: unknown; secrets: readonly string[] }

const toFailure = ({ error, secrets }: ToFailureArgs): NonNullable<RunOutcome['error']> => {
  if (error instanceof SyncError) {
    return { code: error.code, message: cleanText(redact({ secrets, text: error.message })) }
  }
  const text = `The sync stopped on an error nobody expected: ${describeError(error)}`
  return { code: 'UNEXPECTED', message: cleanText(redact({ secrets, text })).slice(0, 2000) }
}
