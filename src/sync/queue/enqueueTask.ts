import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Lane, Priority, Run } from '../run/Run.js'
import type { Database } from '../store/Database.js'
import type { TaskPayload } from './TaskPayload.js'

import { PRIORITIES } from '../run/Run.js'
import { TASK_NAMES } from './TaskPayload.js'

type EnqueueTaskArgs = {
  database: Database
  /** Milliseconds before a worker may have it. */
  delayMs: number
  id: Run['id']
  lane: Lane
  priority: Priority
  /** The task is there when this request's transaction commits, and not before. */
  req: PayloadRequest
}

/** What the keys of our tasks begin with; the id of the run follows. */
export const TASK_KEY_PREFIX = 'payload-plugin-sync:'

/** The key by which the queue knows a run's task. */
export const toTaskKey = (runId: Run['id']): string => `${TASK_KEY_PREFIX}${runId}`

/** Queues the task of a run. One that waits already is not doubled. */
export const enqueueTask = async ({
  id,
  database,
  delayMs,
  lane,
  priority,
  req,
}: EnqueueTaskArgs): Promise<void> => {
  const payload: TaskPayload = { runId: id }
  const session = await database.session(req)
  await session.execute(sql`
    select graphile_worker.add_job(
      identifier => ${TASK_NAMES[lane]}::text,
      payload => ${JSON.stringify(payload)}::json,
      run_at => now() + ${delayMs} * interval '1 millisecond',
      job_key => ${toTaskKey(id)}::text,
      -- The queue takes the lowest number first.
      priority => ${PRIORITIES.indexOf(priority)}::int
    )
  `)
}
