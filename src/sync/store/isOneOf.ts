import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PgColumn } from '@payloadcms/db-postgres/drizzle/pg-core'

import { sql } from '@payloadcms/db-postgres/drizzle'

type IsOneOfArgs = { column: PgColumn | SQL; values: Iterable<string> }

/**
 * The condition that a text column holds one of these. The whole list is one parameter: a statement
 * takes 65,535 of them, and a page may have more records.
 */
export const isOneOf = ({ column, values }: IsOneOfArgs): SQL =>
  sql`${column} = any(${sql.param([...values])})`
