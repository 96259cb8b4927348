import type { PostgresAdapter } from '@payloadcms/db-postgres'

/**
 * Lets an adapter that is not connected yet change nothing in the database when it is: no schema is
 * pushed, nothing is migrated, no database is created.
 */
export const keepSchema = (adapter: PostgresAdapter): void => {
  adapter.disableCreateDatabase = true
  adapter.prodMigrations = undefined
  adapter.push = false
}
