import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PgColumn } from '@payloadcms/db-postgres/drizzle/pg-core'

import { sql } from '@payloadcms/db-postgres/drizzle'

type IsOneOfArgs = { column: PgColumn | SQL; values: Iterable<string> }

/**
 * The condition that a column holds one of these, of which the database takes each for a value of
 * the column's type. The whole list is one parameter: a statement takes 65,535 of them, and a page
 * may have more records, a project more documents.
 */
export const isOneOf = ({ column, values }: IsOneOfArgs): SQL =>
  sql`${column} = any(${sql.param([...values])})`
