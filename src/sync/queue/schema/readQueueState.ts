import type { DatabasePool } from '../../store/Database.js'

/** The newest change of its own tables that the installed graphile-worker knows. */
const NEWEST_MIGRATION = 19

export type QueueState = 'absent' | 'newer' | 'older' | 'ready'

type ReadQueueStateArgs = {
  pool: DatabasePool
  /** Of the queue; safe as it is in a statement, as `options.queue.schema` says. */
  schema: string
}

/** Whether the queue's tables are there, and of the version that the installed queue expects. */
export const readQueueState = async ({ pool, schema }: ReadQueueStateArgs): Promise<QueueState> => {
  const { rows: found } = await pool.query<{ table: null | string }>(
    `select to_regclass('${schema}.migrations')::text as table`,
  )
  if (!found[0]?.table) {
    return 'absent'
  }
  const { rows } = await pool.query<{ newest: null | number }>(
    `select max(id) as newest from ${schema}.migrations`,
  )
  const newest = rows[0]?.newest ?? 0
  if (newest === NEWEST_MIGRATION) {
    return 'ready'
  }
  return newest < NEWEST_MIGRATION ? 'older' : 'newer'
}

/** Whether a newer graphile-worker has changed the tables so that the installed one must stop. */
export const isQueueBeyond = async ({ pool, schema }: ReadQueueStateArgs): Promise<boolean> => {
  const { rowCount } = await pool.query(
    `select from ${schema}.migrations where breaking and id > ${NEWEST_MIGRATION}`,
  )
  return Boolean(rowCount)
}
