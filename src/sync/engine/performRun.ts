import { setTimeout as sleep } from 'node:timers/promises'

import type { Provider, Resource } from '../../sdk/index.js'
import type { Locks } from '../store/locks/openLocks.js'
import type { RunState } from '../store/runs/RunState.js'
import type { RunOutcome } from './executeRun.js'
import type { Job } from './Job.js'
import type { StopReason } from './StopReason.js'
import type { Sync } from './Sync.js'

import { FencedError, SyncError } from '../../shared/errors/index.js'
import { redact } from '../../shared/redact.js'
import { createHttpClient } from '../http/createHttpClient.js'
import { dispatchNext } from '../queue/dispatchNext.js'
import { inTransaction } from '../store/inTransaction.js'
import { createStoredRecords } from '../store/records/createStoredRecords.js'
import { claimRun } from '../store/runs/claimRun.js'
import { findRun } from '../store/runs/findRun.js'
import { finishRun } from '../store/runs/finishRun.js'
import { requeueRun } from '../store/runs/requeueRun.js'
import { findStates } from '../store/states/findStates.js'
import { saveOutcome } from '../store/states/saveOutcome.js'
import { executeRun } from './executeRun.js'
import { readShape } from './readShape.js'
import { toLockKey } from './toLockKey.js'

type PerformRunArgs = {
  locks: Locks
  runId: number | string
  /** Aborted with a `StopReason`. The batch in work is finished first. */
  signal: AbortSignal
  sync: Sync
}

/**
 * Does the work of one run: locks, claims, executes and ends it, and writes how it ended. A task
 * of a run that has ended is done at once.
 *
 * @throws Error when another worker has the lock; the queue tries again
 */
export const performRun = async ({ locks, runId, signal, sync }: PerformRunArgs): Promise<void> => {
  const { clock, database } = sync
  const run = await findRun({ database, runId })
  if (!run) {
    return
  }
  const key = toLockKey(run)
  if (!(await acquireSoon({ key, locks, signal }))) {
    throw new Error(`Run ${runId} waits: another worker is at ${run.provider} ${run.resource}.`)
  }
  try {
    const state = await claimRun({ database, now: clock.now(), runId })
    if (state) {
      await work({ signal, state, sync })
    }
  } finally {
    await locks.release(key)
  }
}

type AcquireSoonArgs = { key: string; locks: Locks; signal: AbortSignal }

/** A worker that has ended a run gives its lock up a moment after the next run was queued. */
const LOCK_TRIES = 20
const LOCK_WAIT_MS = 100

const acquireSoon = async ({ key, locks, signal }: AcquireSoonArgs): Promise<boolean> => {
  for (let attempt = 0; attempt < LOCK_TRIES; attempt += 1) {
    if (await locks.acquire(key)) {
      return true
    }
    await sleep(LOCK_WAIT_MS, undefined, { signal })
  }
  return false
}

type WorkArgs = { signal: AbortSignal; state: RunState; sync: Sync }

const work = async ({ signal, state: claimed, sync }: WorkArgs): Promise<void> => {
  const { payload, providers } = sync
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
  const end = async (outcome: RunOutcome): Promise<void> => {
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
  const reach = AbortSignal.any([signal, ended.signal])
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
        provider: provider.label,
      }),
      job: toJob({ provider, resource, state, sync }),
      onState: (next) => {
        state = next
      },
      requests: () => requests,
      signal: reach,
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
      return await stop({ log, reason: signal.reason as StopReason, state, sync })
    }
    await end({ error: toFailure({ error, secrets }), status: 'failed' })
    if (!(error instanceof SyncError)) {
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
      log.error({
        msg: 'Sync stopped on an unexpected error.',
        stack: redact({ secrets, text: stack }),
      })
    }
  } finally {
    ended.abort()
  }
}

type EndRunArgs = { outcome: RunOutcome; requests: number; state: RunState; sync: Sync }

const endRun = async ({ outcome, requests, state, sync }: EndRunArgs): Promise<void> => {
  const { clock, database, payload } = sync
  const { error, status } = outcome
  const { connection, mode, provider, resource } = state.run
  await inTransaction({
    payload,
    work: async (req) => {
      const now = clock.now()
      await finishRun({ counts: state.counts, database, error, now, req, requests, state, status })
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
      await dispatchNext({ database, req, run: state.run })
    },
  })
}

type StopArgs = {
  log: Sync['payload']['logger']
  reason: StopReason
  state: RunState
  sync: Sync
}

/** A worker that goes away leaves its run to the next one; a worker without its lock says nothing. */
const stop = async ({ log, reason, state: { run }, sync }: StopArgs): Promise<void> => {
  const { clock, database, payload } = sync
  if (reason === 'lockLost') {
    log.warn({
      msg: 'The database ended the session that held the lock; the run is left to others.',
    })
    return
  }
  await inTransaction({
    payload,
    work: async (req) => {
      if (await requeueRun({ database, now: clock.now(), req, run })) {
        await dispatchNext({ database, req, run })
      }
    },
  })
  log.info({ msg: 'Sync interrupted; it goes on from its checkpoint when a worker is back.' })
}

type ToJobArgs = { provider: Provider; resource: Resource; state: RunState; sync: Sync }

const toJob = ({ provider, resource, state: { run }, sync }: ToJobArgs): Job => {
  const { clock, database, payload, slugOf } = sync
  const collection = slugOf(resource.collection)
  const config = payload.collections[collection]?.config
  if (!config) {
    throw new Error(`${provider.name} ${run.resource} fills "${collection}", which does not exist.`)
  }
  return {
    clock,
    collection,
    collections: new Map(
      [...provider.resources].map(([name, other]) => [name, slugOf(other.collection)]),
    ),
    database,
    payload,
    provider,
    resource,
    resourceName: run.resource,
    runId: run.id,
    shape: readShape(config),
  }
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
    return { code: error.code, message: redact({ secrets, text: error.message }) }
  }
  const reason = error instanceof Error ? error.message : String(error)
  const text = `The sync stopped on an error nobody expected: ${reason}`
  return { code: 'UNEXPECTED', message: redact({ secrets, text }).slice(0, 2000) }
}
