import type { Payload } from 'payload'

import type { StopReason } from '../engine/run/StopReason.js'
import type { Worker } from '../queue/startWorker.js'
import type { Lane } from '../run/Run.js'
import type { Work } from '../store/runs/knownWork.js'
import type { Runtime } from './Runtime.js'

import { describeError, isSyncError } from '../../shared/errors/index.js'
import { noteValue } from '../../shared/measures/measure.js'
import { performRun } from '../engine/run/performRun.js'
import { recoverRuns } from '../engine/run/recoverRuns.js'
import { getSync } from '../engine/Sync.js'
import { countConnections } from '../operations/doctor/countConnections.js'
import { prepareQueue } from '../queue/prepareQueue.js'
import { startWorker } from '../queue/startWorker.js'
import { toLogLine } from '../queue/toLogLine.js'
import { getAdapter, getSchema } from '../store/Database.js'
import { openWorkerSession } from '../store/locks/openWorkerSession.js'
import { noteExhaustion } from '../store/pool/exhaustion.js'
import { findExhaustion } from '../store/pool/findExhaustion.js'
import { openWorkPool } from '../store/pool/openWorkPool.js'
import { findUnknownNames, listKnownWork } from '../store/runs/knownWork.js'
import { beatRuns } from '../store/runs/write/beatRuns.js'
import { startDelivery } from './delivery/startDelivery.js'
import { closeProviders } from './process/closeProviders.js'
import { inOwnContext } from './process/inOwnContext.js'
import { repeat } from './repeat.js'
import { requireUsablePool } from './requireUsablePool.js'

/** How often within the limit a process proves that it is alive. */
const BEATS_PER_LIMIT = 4

/** How often runs of dead workers are looked for. */
const RECOVERY_INTERVAL_MS = 3_000

type StartWorkersArgs = {
  /** How many runs of a lane to work on at once. @default the project's own numbers */
  concurrency?: number
  lanes: readonly Lane[]
  /**
   * Told when this process has no database connection left and cannot get one back. Its session has
   * ended by then, so that others take over its runs. Not told while the workers start: then that
   * fails. @default it is only logged
   */
  onExhausted?: () => void
  /** Told each time a task is out of hand. */
  onIdle?: () => void
  payload: Payload
}

type WorkArgs = { controller: AbortController; onWait: () => void; runId: number | string }

/**
 * Workers, their locks, and the watch over dead workers' runs. While this process has run out of
 * database connections its health says so.
 *
 * @throws WorkersRefusedError when they could not work on the project's database connection
 * @throws Error when the database is away, or this process runs out of connections meanwhile
 */
export const startWorkers = async ({
  concurrency: perLane,
  lanes,
  onExhausted,
  onIdle,
  payload,
}: StartWorkersArgs): Promise<Runtime> => {
  const { database, directUrl, stallLimitMs, worker } = getSync(payload)
  const adapter = getAdapter(payload)
  const { pool } = adapter
  const schema = getSchema(payload)
  const log = toLogLine(payload)
  /** Runs that came here and were not known, by what was not; what a config has may change. */
  const left = new Map<string, Work>()
  const listLeft = (): string[] => {
    const known = listKnownWork(getSync(payload).providers)
    return [...left].flatMap(([name, work]) =>
      findUnknownNames({ known, work }).includes(name) ? [name] : [],
    )
  }
  const leave = (work: Work): void => {
    const known = listKnownWork(getSync(payload).providers)
    findUnknownNames({ known, work }).forEach((name) => left.set(name, work))
  }
  const inWork = new Map<string, AbortController>()
  const noteUp = (value: 0 | 1): void =>
    lanes.forEach((lane) =>
      noteValue({ name: 'payload_sync_process_worker_up', labels: { lane }, value }),
    )
  let isStarted = false
  let isStopping = false
  let isStopped = false
  let giveUp = (): void => undefined
  /** Settles when this process has run out of connections; what waits for one may never end. */
  const exhausted = new Promise<void>((resolve) => {
    giveUp = resolve
  })
  const stopWork = (reason: StopReason): void => {
    inWork.forEach((controller) => controller.abort(reason))
  }
  const cancel = (runId: number | string): void => {
    inWork.get(String(runId))?.abort('cancel' satisfies StopReason)
  }
  const concurrency = Object.fromEntries(
    lanes.map((lane) => [lane, perLane ?? worker.concurrency[lane]]),
  ) as Record<Lane, number>
  const { held } = countConnections({ concurrency })
  const own = await openWorkPool({ adapter, directUrl, held })
  try {
    await requireUsablePool({ pool: own.pool })
    await prepareQueue({ database })
  } catch (error) {
    await own.close()
    throw error
  }

  const session = openWorkerSession({
    onLost: (error) => {
      payload.logger.warn({ msg: `The worker lost its session: ${error.message}` })
      stopWork('lockLost')
    },
    onMessage: cancel,
    pool: own.pool,
    schema,
    stallLimitMs,
  })
  const recover = (): Promise<void> => recoverRuns({ lanes, session, sync: getSync(payload) })
  const beat = async (): Promise<void> => {
    await session.beat()
    const { clock, database } = getSync(payload)
    const unwanted = await beatRuns({ database, now: clock.now(), runIds: [...inWork.keys()] })
    unwanted.forEach(cancel)
  }
  const recovery = repeat({ intervalMs: RECOVERY_INTERVAL_MS, log, work: recover })
  const heart = repeat({ intervalMs: stallLimitMs / BEATS_PER_LIMIT, log, work: beat })
  const watchPool = async (): Promise<void> => {
    const exhaustion = await findExhaustion({ adapter, limitMs: stallLimitMs / 2 })
    if (exhaustion === undefined || isStopped) {
      return
    }
    noteExhaustion({ isExhausted: true, pool })
    payload.logger.error({ code: 'POOL_EXHAUSTED', msg: exhaustion })
    stopRepeating()
    stopWork('lockLost')
    noteUp(0)
    // It holds one of the connections; whoever waits for one gets it.
    session.close()
    giveUp()
    if (isStarted) {
      onExhausted?.()
    }
  }
  let delivery: Runtime | undefined
  const poolWatch = repeat({ intervalMs: stallLimitMs / BEATS_PER_LIMIT, log, work: watchPool })
  const stopRepeating = (): void => [recovery, heart, poolWatch].forEach(({ stop }) => stop())

  /** Also those that wait for their provider, which no worker of the queue has in hand. */
  const ongoing = new Set<Promise<void>>()
  const work = async ({ controller, onWait, runId }: WorkArgs): Promise<void> => {
    const id = String(runId)
    inWork.set(id, controller)
    try {
      const sync = getSync(payload)
      await performRun({
        onUnknown: leave,
        onWait,
        runId,
        session,
        signal: controller.signal,
        sync,
      })
    } catch (error) {
      // The queue logs what it is told, and a statement with its values is not for a log.
      throw isSyncError(error) ? error : new Error(describeError(error))
    } finally {
      // It may have been given back and taken again by now.
      if (inWork.get(id) === controller) {
        inWork.delete(id)
      }
    }
  }
  /** A run that waits for its provider gives its worker to others, and goes on beside them. */
  const perform = async (runId: number | string): Promise<void> => {
    const controller = new AbortController()
    if (isStopping) {
      // Claimed in the moment of the stop: it goes back at once, not after a slice.
      controller.abort('shutdown' satisfies StopReason)
    }
    await new Promise<void>((resolve, reject) => {
      let isWaiting = false
      const onWait = (): void => {
        isWaiting = true
        resolve()
      }
      const working = work({ controller, onWait, runId })
        .then(resolve, (error: unknown) => {
          if (isWaiting) {
            // The queue has ticked it off; whoever looks for dead workers' runs finds this one.
            log({ context: { runId }, level: 'warn', message: describeError(error) })
          }
          reject(error as Error)
        })
        .finally(() => {
          ongoing.delete(working)
          if (isWaiting) {
            onIdle?.()
          }
        })
      ongoing.add(working)
    })
  }
  /**
   * What the database tells is heard in the context of whoever opened the connection, a request as
   * a rule.
   */
  const onTask = (runId: number | string): Promise<void> => inOwnContext(() => perform(runId))
  const workers: Promise<Worker>[] = []
  const start = async (): Promise<void> => {
    await recovery.now()
    if (!isStopping) {
      delivery = startDelivery({ log, payload })
      const { queueSchema } = database
      const what = { listLeft, log, onIdle, onTask, pool: own.pool, queueSchema, schema }
      workers.push(
        ...lanes.map((lane) => startWorker({ ...what, concurrency: concurrency[lane], lane })),
      )
      await Promise.all(workers)
    }
  }
  const finish = async (): Promise<void> => {
    // Those that could not start have nothing to stop.
    const stopping = workers.map(async (worker) => (await worker.catch(() => undefined))?.stop())
    stopWork('shutdown')
    await Promise.all(stopping)
    await Promise.all(ongoing)
    // After the runs, so that what they told last is delivered.
    await delivery?.stop()
  }
  const stop = async (): Promise<void> => {
    isStopping = true
    noteUp(0)
    recovery.stop()
    heart.stop()
    // The pool is watched until all is finished.
    await Promise.race([finish(), exhausted])
    isStopped = true
    // Also where the runs could not be waited for.
    void delivery?.stop()
    poolWatch.stop()
    session.close()
    await Promise.all([
      // One that is lent for good would let it wait for ever.
      Promise.race([own.close().catch(() => undefined), exhausted]),
      closeProviders(payload),
    ])
  }

  try {
    const ranOut = exhausted.then(() => {
      throw new Error('This process ran out of database connections while its workers started.')
    })
    await Promise.race([start(), ranOut])
  } catch (error) {
    await stop().catch(() => undefined)
    throw error
  }
  isStarted = true
  noteUp(1)
  noteExhaustion({ isExhausted: false, pool })
  return { stop }
}
