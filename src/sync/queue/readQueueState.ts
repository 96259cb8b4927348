import type { DatabasePool } from '../store/Database.js'

/** The newest change of its own tables that the installed graphile-worker knows. */
const NEWEST_MIGRATION = 19

export type QueueState = 'absent' | 'newer' | 'older' | 'ready'

/** Whether the queue's tables are there, and of the version that the installed queue expects. */
export const readQueueState = async ({ pool }: { pool: DatabasePool }): Promise<QueueState> => {
  const { rows: found } = await pool.query<{ table: null | string }>(
    `select to_regclass('graphile_worker.migrations')::text as table`,
  )
  if (!found[0]?.table) {
    return 'absent'
  }
  const { rows } = await pool.query<{ newest: null | number }>(
    'select max(id) as newest from graphile_worker.migrations',
  )
  const newest = rows[0]?.newest ?? 0
  if (newest === NEWEST_MIGRATION) {
    return 'ready'
  }
  return newest < NEWEST_MIGRATION ? 'older' : 'newer'
}
