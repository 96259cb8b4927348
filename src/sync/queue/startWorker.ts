import { run } from 'graphile-worker'

import type { Lane } from '../run/Run.js'
import type { DatabasePool } from '../store/Database.js'
import type { LogLine } from './toQueueLogger.js'

import { toQueueLogger } from './toQueueLogger.js'
import { toTaskList } from './toTaskList.js'

type StartWorkerArgs = {
  /** How many tasks this process works on at once. */
  concurrency: number
  lane: Lane
  log: LogLine
  /** Told each time a task has left the queue's hands, done or to be tried again. */
  onIdle?: () => void
  /** Does one task. What it throws makes the queue try the task again later. */
  onTask: (runId: number | string) => Promise<void>
  pool: DatabasePool
}

export type Worker = {
  /** Takes no new task and returns when those in hand are done. */
  stop: () => Promise<void>
}

/** Works on the tasks of one lane: woken by Postgres when one is queued, each task on one worker. */
export const startWorker = async ({
  concurrency,
  lane,
  log,
  onIdle,
  onTask,
  pool,
}: StartWorkerArgs): Promise<Worker> => {
  const runner = await run({
    concurrency,
    logger: toQueueLogger(log),
    // Signals belong to the process that runs us; it calls stop().
    noHandleSignals: true,
    // An empty list, or the queue looks for a crontab file in the project.
    parsedCronItems: [],
    pgPool: pool,
    taskList: toTaskList({ lanes: [lane], onTask }),
  })
  if (onIdle) {
    runner.events.on('job:complete', onIdle)
  }
  return { stop: () => runner.stop() }
}
