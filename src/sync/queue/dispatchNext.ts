import type { PayloadRequest } from 'payload'

import type { Run } from '../run/Run.js'
import type { Database } from '../store/Database.js'

import { lockTransaction } from '../store/locks/lockTransaction.js'
import { findRuns } from '../store/runs/findRuns.js'
import { enqueueTask } from './enqueueTask.js'

type DispatchNextArgs = {
  database: Database
  req: PayloadRequest
  /** Whose runs wait for each other: those of one connection and lane. */
  run: Pick<Run, 'connection' | 'lane' | 'provider'>
}

/**
 * Gives the run that waited longest to the workers, unless one of its connection and lane is at
 * work. Runs of a connection are done one after the other, so that a resource finds in place what
 * was queued before it. Call it in every transaction that queues, ends or gives back a run.
 *
 * The queue has serial queues of its own; it frees one some time after the task is done, and the
 * next task would wait for a poll.
 */
export const dispatchNext = async ({ database, req, run }: DispatchNextArgs): Promise<void> => {
  const { connection, lane, provider } = run
  const line = { connection, lane, provider }
  await lockTransaction({ database, key: `dispatch/${provider}/${connection}/${lane}`, req })
  const working = await findRuns({
    database,
    filter: { ...line, status: 'running' },
    limit: 1,
    req,
  })
  if (working.totalDocs > 0) {
    return
  }
  const { docs } = await findRuns({
    database,
    filter: { ...line, status: 'queued' },
    limit: 1,
    order: 'oldest',
    req,
  })
  if (docs[0]) {
    await enqueueTask({ database, req, run: docs[0] })
  }
}
