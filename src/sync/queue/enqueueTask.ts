import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Lane, Priority, Run } from '../run/Run.js'
import type { Database } from '../store/Database.js'
import type { TaskPayload } from './TaskPayload.js'

import { PRIORITIES } from '../run/Run.js'
import { toWorkNames } from '../store/runs/knownWork.js'
import { toTaskKeyPrefix, toTaskName } from './TaskPayload.js'

type EnqueueTaskArgs = {
  connection: string
  database: Database
  /** Milliseconds before a worker may have it. */
  delayMs: number
  id: Run['id']
  lane: Lane
  priority: Priority
  provider: string
  /** The task is there when this request's transaction commits, and not before. */
  req: PayloadRequest
  resource: string
}

type ToTaskKeyArgs = { runId: Run['id']; schema: string }

/** The key by which the queue knows a run's task. */
export const toTaskKey = ({ runId, schema }: ToTaskKeyArgs): string =>
  `${toTaskKeyPrefix(schema)}${runId}`

/** Queues the task of a run. One that waits already is not doubled. */
export const enqueueTask = async ({
  id,
  connection,
  database,
  delayMs,
  lane,
  priority,
  provider,
  req,
  resource,
}: EnqueueTaskArgs): Promise<void> => {
  const schema = database.schema()
  const payload: TaskPayload = { runId: id }
  const session = await database.session(req)
  await session.execute(sql`
    select ${sql.identifier(database.queueSchema)}.add_job(
      identifier => ${toTaskName({ lane, schema })}::text,
      payload => ${JSON.stringify(payload)}::json,
      run_at => now() + ${delayMs} * interval '1 millisecond',
      job_key => ${toTaskKey({ runId: id, schema })}::text,
      -- By which a worker leaves it to those who know its resource and connection.
      flags => ${sql.param(toWorkNames({ connection, provider, resource }))}::text[],
      -- The queue takes the lowest number first.
      priority => ${PRIORITIES.indexOf(priority)}::int
    )
  `)
}
