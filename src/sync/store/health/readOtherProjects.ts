import type { Database } from '../Database.js'

import { getAdapter, TABLE_NAMES } from '../Database.js'

/** How many other projects in the same database have runs, by the schema that each has. */
export const readOtherProjects = async ({ payload, schema }: Database): Promise<number> => {
  const { rowCount } = await getAdapter(payload).pool.query(
    'select 1 from pg_tables where tablename = $1 and schemaname <> $2',
    [TABLE_NAMES.syncLogs, schema()],
  )
  return rowCount ?? 0
}
