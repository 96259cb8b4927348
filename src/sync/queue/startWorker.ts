import type { Runner, WorkerEvents } from 'graphile-worker'

import { run } from 'graphile-worker'
import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

import type { Lane } from '../run/Run.js'
import type { DatabasePool } from '../store/Database.js'
import type { LogLine } from './toQueueLogger.js'

import { describeError } from '../../shared/errors/index.js'
import { hearMigrations } from './schema/hearMigrations.js'
import { toQueueLogger } from './toQueueLogger.js'
import { toTaskList } from './toTaskList.js'

type StartWorkerArgs = {
  /** How many tasks this process works on at once. */
  concurrency: number
  lane: Lane
  /** What of a task's makes that it is left to others now, as `toWorkNames` names it. */
  listLeft: () => string[]
  log: LogLine
  /** Told each time a task has left the queue's hands, done or to be tried again. */
  onIdle?: () => void
  /** Does one task. What it throws makes the queue try the task again later. */
  onTask: (runId: number | string) => Promise<void>
  pool: DatabasePool
  /** Of the queue. */
  queueSchema: string
  /** That of the project's tables. */
  schema: string
}

export type Worker = {
  /** Takes no new task and returns when those in hand are done. */
  stop: () => Promise<void>
}

/** How long to wait before a worker that gave up is started again. */
const RESTART_MS = 1_000

/**
 * Works on the tasks of one lane: woken by Postgres when one is queued, each task on one worker.
 * The queue's own worker gives up after the database was away for a while; it is started again
 * until it is told to stop.
 */
export const startWorker = async ({
  concurrency,
  lane,
  listLeft,
  log,
  onIdle,
  onTask,
  pool,
  queueSchema,
  schema,
}: StartWorkerArgs): Promise<Worker> => {
  const start = async (): Promise<Runner> => {
    const events: WorkerEvents = new EventEmitter()
    const starting = run({
      concurrency,
      events,
      forbiddenFlags: listLeft,
      logger: toQueueLogger(log),
      // Signals belong to the process that runs us; it calls stop().
      noHandleSignals: true,
      // An empty list, or the queue looks for a crontab file in the project.
      parsedCronItems: [],
      pgPool: pool,
      // Without a batch, even of one, the queue leaves the promise alone in which it ticks a task off:
      // a database that goes away in that moment would end the process.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      schema: queueSchema,
      taskList: toTaskList({ lanes: [lane], onTask, schema }),
    })
    hearMigrations({
      events,
      onBeyond: () => void starting.then((started) => started.stop()).catch(() => undefined),
      pool,
      schema: queueSchema,
    })
    if (onIdle) {
      events.on('job:complete', onIdle)
    }
    return await starting
  }

  const stopping = new AbortController()
  let runner: Runner | undefined = await start()
  const supervise = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        runner ??= await start()
        if (stopping.signal.aborted) {
          // Told to stop while it was starting; `stop` did not see it.
          await runner.stop()
        }
        await runner.promise
      } catch (error) {
        const reason = describeError(error)
        log({ context: { lane }, level: 'warn', message: `The queue's worker ended: ${reason}` })
      }
      runner = undefined
      await sleep(RESTART_MS, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }
  const supervised = supervise()

  return {
    stop: async () => {
      stopping.abort()
      // A runner that ended by itself refuses to be stopped.
      await runner?.stop().catch(() => undefined)
      await supervised
    },
  }
}
