import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../store/Database.js'

import { toTaskKey } from './enqueueTask.js'

type ReleaseTaskArgs = { database: Database; req: PayloadRequest; runId: number | string }

/** Takes the task of a run that has ended out of the queue, unless a worker has it in hand. */
export const removeTask = async ({ database, req, runId }: ReleaseTaskArgs): Promise<void> => {
  const session = await database.session(req)
  const key = toTaskKey({ runId, schema: database.schema() })
  await session.execute(
    sql`select ${sql.identifier(database.queueSchema)}.remove_job(${key}::text)`,
  )
}

/**
 * Takes a run's task, and all else that its worker held, out of the hands of a worker that is dead.
 * The queue by itself would wait four hours.
 */
export const releaseTask = async ({ database, req, runId }: ReleaseTaskArgs): Promise<void> => {
  const session = await database.session(req)
  const queue = sql.identifier(database.queueSchema)
  await session.execute(sql`
    select ${queue}.force_unlock_workers(
      array(
        select locked_by from ${queue}.jobs
        where key = ${toTaskKey({ runId, schema: database.schema() })} and locked_by is not null
      )
    )
  `)
}
