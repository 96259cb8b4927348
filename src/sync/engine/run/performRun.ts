import { setTimeout as sleep } from 'node:timers/promises'

import type { Provider } from '../../../sdk/index.js'
import type { Describe } from '../../../shared/tracing/withSpan.js'
import type { PagedHttpClient } from '../../http/createHttpClient.js'
import type { Run } from '../../run/Run.js'
import type { WorkerSession } from '../../store/locks/openWorkerSession.js'
import type { RunState } from '../../store/runs/RunState.js'
import type { Sync } from '../Sync.js'
import type { EndedOutcome } from './endRun.js'
import type { RunFailure } from './failure/toFailure.js'
import type { StopReason } from './StopReason.js'

import { findSource } from '../../../sdk/connections/findSource.js'
import { isFileImport } from '../../../sdk/index.js'
import { describeStack, isSyncError } from '../../../shared/errors/index.js'
import { visibleText } from '../../../shared/plainWords.js'
import { redact } from '../../../shared/redact/redact.js'
import { withSpan } from '../../../shared/tracing/withSpan.js'
import { openProfile } from '../../run/profile/RunProfile.js'
import { WAITING } from '../../run/Run.js'
import { completeChecks } from '../../store/checks/completeChecks.js'
import { findChosen } from '../../store/choices/findChoice.js'
import { loadConnections } from '../../store/connections/loadConnections.js'
import { isPassing } from '../../store/failures/isPassing.js'
import { toSyncLog } from '../../store/log/toSyncLog.js'
import { createStoredRecords } from '../../store/records/createStoredRecords.js'
import { claimRun } from '../../store/runs/claim/claimRun.js'
import { findUnknownNames, listKnownWork } from '../../store/runs/knownWork.js'
import { findRun } from '../../store/runs/read/findRun.js'
import { noteSetback } from '../../store/runs/write/noteSetback.js'
import { findSince } from '../../store/states/findSince.js'
import { createIssueBook } from '../batch/issues/IssueBook.js'
import { toJob } from '../batch/toJob.js'
import { leaveUnknown, waitForRoom } from '../work/leaveUnknown.js'
import { toLockKey } from '../work/toLockKey.js'
import { createRunClient } from './client/createRunClient.js'
import { endRun } from './endRun.js'
import { executeRun } from './executeRun.js'
import { toFailure } from './failure/toFailure.js'
import { openRunFiles } from './files/openRunFiles.js'
import { leaveRun } from './leaveRun.js'
import { putOffRun } from './putOffRun.js'
import { watchUse } from './watchUse.js'

type PerformRunArgs = {
  /** Told of a run whose resource or connection this process does not know. */
  onUnknown: (run: Run) => void
  /**
   * Told when the run waits for its provider. It goes on by itself, but needs no worker until then.
   */
  onWait: () => void
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
  onUnknown,
  onWait,
  runId,
  session,
  signal,
  sync,
}: PerformRunArgs): Promise<void> => {
  const { clock, database, limits, perConnection, providers } = sync
  const run = await findRun({ database, runId })
  if (run?.status !== 'queued') {
    return
  }
  const known = listKnownWork(providers)
  const provider = providers.get(run.provider)
  if (!provider || findUnknownNames({ known, work: run }).length > 0) {
    onUnknown(run)
    return await leaveUnknown({ run, sync })
  }
  const key = toLockKey(run)
  if (!(await acquireSoon({ key, session, signal }))) {
    throw new Error(
      `Run ${runId} has to wait: another worker is syncing ${run.provider} ${run.resource}.`,
    )
  }
  try {
    const state = await claimRun({
      database,
      known,
      limits,
      now: clock.now(),
      perConnection,
      run,
    })
    if (state === 'full') {
      return await waitForRoom({ run, sync })
    }
    if (state) {
      // Another process may have changed them since the run was queued.
      await loadConnections(sync)
      await withSpan({
        name: 'sync.run',
        attributes: () => ({
          'payload_sync.attempt': state.run.attempt,
          'payload_sync.mode': run.mode,
          'payload_sync.provider': run.provider,
          'payload_sync.resource': run.resource,
          'payload_sync.run.id': String(run.id),
          'payload_sync.trigger': run.trigger,
        }),
        work: (describe) => work({ describe, onWait, provider, signal, state, sync }),
      })
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

type WorkArgs = { describe: Describe; provider: Provider; state: RunState } & Pick<
  PerformRunArgs,
  'onWait' | 'signal' | 'sync'
>

const work = async ({
  describe,
  onWait,
  provider,
  signal: outer,
  state: claimed,
  sync,
}: WorkArgs): Promise<void> => {
  const { payload, sliceMs } = sync
  const { run } = claimed
  const { id: runId, attempt, provider: providerName, resource } = run
  const log = toSyncLog({
    area: 'run',
    fields: { attempt, provider: providerName, resource, runId },
    payload,
  })
  const connection = provider.connections.get(run.connection)
  let http: PagedHttpClient | undefined
  const listSecrets = (): string[] => [
    ...Object.values(connection?.credentials ?? {}),
    ...(http?.secrets() ?? []),
  ]

  const stopWatching = watchUse()
  let requests = 0
  let state = claimed
  const end = async (outcome: EndedOutcome): Promise<void> => {
    const total = claimed.requests + requests
    await endRun({ outcome, requests: total, state, sync, use: stopWatching() })
    const { counts } = state
    const level = outcome.status === 'failed' ? 'error' : 'info'
    describe({ 'payload_sync.requests': requests, 'payload_sync.status': outcome.status })
    log[level]({
      code: outcome.error?.code,
      counts,
      durationMs: sync.clock.now().getTime() - state.startedAt.getTime(),
      error: outcome.error,
      msg: `Sync ${outcome.status}.`,
      requests: total,
      // Where a provider has several, people see when one broke and another stood in.
      ...(state.checkpoint?.ways && { ways: state.checkpoint.ways }),
    })
  }

  /** Only for people who look meanwhile: a run does not fail because it could not be told. */
  const note = ({ failure, waitMs }: { failure: RunFailure; waitMs: number }): void => {
    const until = new Date(sync.clock.now().getTime() + waitMs)
    noteSetback({ database: sync.database, error: failure, run, until }).catch(() => undefined)
  }

  if (!connection) {
    const message = `${provider.label} does not have the connection "${run.connection}" any more.`
    return await end({ error: { code: 'CONNECTION_UNKNOWN', message }, status: 'failed' })
  }
  if (connection.isActive === false) {
    return await end({ error: null, status: 'cancelled' })
  }
  const problems = [...provider.problems, ...connection.problems]
  if (problems.length > 0) {
    const message = `${provider.label} is not set up: ${problems.join(' ')}`
    return await end({ error: { code: 'PROVIDER_NOT_CONFIGURED', message }, status: 'failed' })
  }

  log.info({ mode: run.mode, msg: 'Sync started.' })
  // Ends what the engine began and no longer waits for, such as the fetch of a next page.
  const ended = new AbortController()
  const slice = new AbortController()
  const timer = setTimeout(() => slice.abort('slice' satisfies StopReason), sliceMs)
  const signal = AbortSignal.any([outer, slice.signal])
  try {
    http = createRunClient({
      onAsked: (asked) => {
        log.debug({ ...asked, msg: 'The provider was asked.' })
      },
      onLongWait: ({ error, message, waitMs }) => {
        onWait()
        // What an answer said is told as a setback.
        if (!error) {
          note({ failure: { code: WAITING, message }, waitMs })
        }
      },
      onRequest: () => {
        requests += 1
      },
      onSetback: (error, waitMs) => {
        note({ failure: toFailure({ error, secrets: listSecrets() }), waitMs })
      },
      provider,
      run,
      sync,
    })
    const job = {
      ...toJob({ provider, resourceName: run.resource, runId: run.id, sync }),
      book: createIssueBook({
        database: sync.database,
        provider: provider.name,
        resource: run.resource,
      }),
      connection: run.connection,
      profile: openProfile({ payload, runId: run.id }),
    }
    if (job.resource.keepsChecks) {
      await completeChecks({ ...job, provider: run.provider, resource: run.resource })
    }
    const outcome = await executeRun({
      absence: sync.absence,
      batchSize: sync.batchSize,
      chosen: (what) => findChosen({ database: sync.database, provider: provider.name, what }),
      http,
      job,
      onState: (next) => {
        state = next
        const { batches, counts, run: moved } = next
        const { label, page } = moved.progress
        log.debug({ batch: batches, counts, msg: 'Sync went on.', page, scope: label })
      },
      requests: () => requests,
      secrets: listSecrets,
      signal: AbortSignal.any([signal, ended.signal]),
      since: await findSince({ database: sync.database, run }),
      source: isFileImport(provider.source)
        ? await openRunFiles({ ...run, database: sync.database, source: provider.source })
        : await findSource({ connection: run.connection, provider }),
      state,
      stored: createStoredRecords({
        database: sync.database,
        provider: provider.name,
        seenBy: provider.accounts && run.connection,
      }),
    })
    await end(outcome)
  } catch (error) {
    if (isSyncError(error, 'FENCED')) {
      log.warn({ msg: error.message })
      return
    }
    if (signal.aborted) {
      const reason = signal.reason as StopReason
      return reason === 'cancel'
        ? await end({ error: null, status: 'cancelled' })
        : await leaveRun({ log, reason, state, sync, use: stopWatching() })
    }
    const secrets = listSecrets()
    const failure = toFailure({ error, secrets })
    const use = stopWatching()
    if (isPassing(error) && (await putOffRun({ error, failure, log, state, sync, use }))) {
      return
    }
    await end({ error: failure, status: 'failed' })
    if (!isSyncError(error)) {
      log.error({
        msg: 'Sync stopped because of an unexpected error.',
        stack: visibleText(redact({ secrets, text: describeStack(error) })),
      })
    }
  } finally {
    clearTimeout(timer)
    ended.abort()
    stopWatching()
  }
}
