import type { DatabasePool } from '../Database.js'

/** Whether the project's database user may make a Postgres schema. */
export const canCreateSchema = async ({ pool }: { pool: DatabasePool }): Promise<boolean> => {
  const { rows } = await pool.query<{ may: boolean }>(
    `select has_database_privilege(current_database(), 'create') as may`,
  )
  return rows[0]?.may === true
}
