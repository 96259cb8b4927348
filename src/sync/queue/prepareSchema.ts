import type { DatabasePool } from '../store/Database.js'

/**
 * Makes the queue's first table where its schema is there and empty. graphile-worker begins with
 * `create schema if not exists`, which a role without CREATE on the database may not say even where
 * the schema was made for it; with this table it goes on from there.
 */
export const prepareSchema = async ({ pool }: { pool: DatabasePool }): Promise<void> => {
  const { rows } = await pool.query<{ isBare: boolean | null }>(
    `select to_regclass('graphile_worker.migrations') is null
       and has_schema_privilege(to_regnamespace('graphile_worker')::oid, 'create') as "isBare"`,
  )
  if (rows[0]?.isBare === true) {
    await pool.query(
      `create table if not exists graphile_worker.migrations (
         id int primary key,
         ts timestamptz not null default now(),
         breaking boolean not null default false
       )`,
    )
  }
}
