import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres/drizzle'

/**
 * The table `wanted`, with an `id` for each of these values, in their order. Joined with a row of
 * another table for each, it has the database look into that table's index once for each value,
 * whatever it knows of the table: after a first load, before it has statistics, it reads all records
 * of a resource for a batch of them otherwise.
 */
export const eachOf = (values: Iterable<string>): SQL =>
  sql`(select distinct id from unnest(${sql.param([...values])}::text[]) as given (id)
    order by id) as wanted`
