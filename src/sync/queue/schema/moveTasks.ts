import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../../store/Database.js'

import { LANES } from '../../run/Run.js'
import { SHARED_QUEUE_SCHEMA } from '../../store/health/QUEUE_SCHEMAS.js'
import { toTaskName } from '../TaskPayload.js'

/** After which graphile-worker takes a task for one whose worker is dead. */
const HELD_LIMIT = '4 hours'

/**
 * Moves this project's waiting tasks from where earlier versions queued them, each once whoever
 * else does it now. Those that an earlier version has in hand stay with it. Looks at nothing that
 * is somebody else's, and leaves the tables as they are: other programs, and earlier versions that
 * still run, go on working in them. Returns how many were moved.
 */
export const moveTasks = async (database: Database): Promise<number> => {
  if (database.queueSchema === SHARED_QUEUE_SCHEMA || !(await mayMove(database))) {
    return 0
  }
  const session = await database.session()
  const schema = database.schema()
  const names = sql.join(
    LANES.map((lane) => sql`${toTaskName({ lane, schema })}`),
    sql`, `,
  )
  const shared = sql.identifier(SHARED_QUEUE_SCHEMA)
  // One statement: what leaves one queue is in the other. Who waits here for a row that another
  // process moves finds it gone.
  const { rowCount } = await session.execute(sql`
    with moved as (
      delete from ${shared}._private_jobs as jobs
      using ${shared}._private_tasks as tasks
      where tasks.id = jobs.task_id
        and tasks.identifier in (${names})
        and (jobs.locked_at is null or jobs.locked_at < now() - interval '${sql.raw(HELD_LIMIT)}')
      returning tasks.identifier, jobs.payload, jobs.run_at, jobs.key, jobs.priority
    )
    select ${sql.identifier(database.queueSchema)}.add_job(
      identifier => moved.identifier,
      payload => moved.payload,
      run_at => moved.run_at,
      job_key => moved.key,
      priority => moved.priority::int
    )
    from moved
  `)
  return rowCount ?? 0
}

/**
 * Whether there are tables of the kind that earlier versions made, which this role may change.
 * Those of a graphile-worker that is much older or newer are nobody's of ours.
 */
const mayMove = async (database: Database): Promise<boolean> => {
  const session = await database.session()
  const { rows } = await session.execute(sql`
    select 1
    from pg_namespace as namespaces
    join pg_class as tables on tables.relnamespace = namespaces.oid
    join pg_attribute as columns on columns.attrelid = tables.oid
    where namespaces.nspname = ${SHARED_QUEUE_SCHEMA}
      and has_schema_privilege(namespaces.oid, 'usage')
      and has_table_privilege(tables.oid, 'select')
      and (
        tables.relname = '_private_tasks' and columns.attname in ('id', 'identifier')
        or tables.relname = '_private_jobs' and has_table_privilege(tables.oid, 'delete')
          and columns.attname in ('task_id', 'locked_at', 'payload', 'run_at', 'key', 'priority')
      )
  `)
  return rows.length === 8
}
