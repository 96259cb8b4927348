import type { DatabasePool } from '../Database.js'

type CanCreateQueueArgs = {
  pool: DatabasePool
  /** Of the queue. */
  schema: string
}

/** Whether the project's database user may make the queue's schema, or fill the one made for it. */
export const canCreateQueue = async ({ pool, schema }: CanCreateQueueArgs): Promise<boolean> => {
  const { rows } = await pool.query<{ may: boolean }>(
    `select has_database_privilege(current_database(), 'create')
       or coalesce(has_schema_privilege(to_regnamespace($1)::oid, 'create'), false) as may`,
    [schema],
  )
  return rows[0]?.may === true
}

/** The user that the project's pool connects as. */
export const findDatabaseUser = async (pool: DatabasePool): Promise<string> => {
  const { rows } = await pool.query<{ name: string }>('select current_user as name')
  return rows[0]?.name ?? ''
}
