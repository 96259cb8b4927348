import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../../Database.js'

import { MACHINERY_KEYS, TABLE_NAMES } from '../../Database.js'

/** What the plugin's own tables take on disk, with their indexes, in bytes. One statement. */
export const measureTables = async (database: Database): Promise<number> => {
  const session = await database.session()
  const names = MACHINERY_KEYS.map((key) => TABLE_NAMES[key])
  const { rows } = await session.execute(sql`
    select coalesce(sum(pg_total_relation_size(class.oid)), 0)::text as bytes
    from pg_class as class join pg_namespace as space on space.oid = class.relnamespace
    where space.nspname = ${database.schema()} and class.relkind in ('r', 'p')
      and class.relname in (${sql.join(
        names.map((name) => sql`${name}`),
        sql`, `,
      )})`)
  return Number((rows as { bytes: string }[])[0]?.bytes ?? 0)
}
