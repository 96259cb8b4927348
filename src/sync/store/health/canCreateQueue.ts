import type { DatabasePool } from '../Database.js'

/** Whether the project's database user may make the queue's schema, or fill the one made for it. */
export const canCreateQueue = async ({ pool }: { pool: DatabasePool }): Promise<boolean> => {
  const { rows } = await pool.query<{ may: boolean }>(
    `select has_database_privilege(current_database(), 'create')
       or coalesce(
         has_schema_privilege(to_regnamespace('graphile_worker')::oid, 'create'), false
       ) as may`,
  )
  return rows[0]?.may === true
}
