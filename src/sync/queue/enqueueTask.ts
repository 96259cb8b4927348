import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../run/Run.js'
import type { Database } from '../store/Database.js'
import type { TaskPayload } from './TaskPayload.js'

import { TASK_NAMES } from './TaskPayload.js'

type EnqueueTaskArgs = {
  database: Database
  /** The task is there when this request's transaction commits, and not before. */
  req: PayloadRequest
  run: Pick<Run, 'id' | 'lane'>
}

/** The key by which the queue knows a run's task. */
export const toTaskKey = (runId: Run['id']): string => `payload-plugin-sync:${runId}`

/** Queues the task of a run. A task that waits already is not doubled. */
export const enqueueTask = async ({ database, req, run }: EnqueueTaskArgs): Promise<void> => {
  const payload: TaskPayload = { runId: run.id }
  const session = await database.session(req)
  await session.execute(sql`
    select graphile_worker.add_job(
      identifier => ${TASK_NAMES[run.lane]}::text,
      payload => ${JSON.stringify(payload)}::json,
      job_key => ${toTaskKey(run.id)}::text
    )
  `)
}
