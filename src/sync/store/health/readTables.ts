import type { Database } from '../Database.js'

import { getAdapter } from '../Database.js'

// cspell:ignore attnum contype atttypid typarray attisdropped typtype typname typnamespace conrelid confrelid conkey
/** A column of one table that points to another one. */
export type Pointer = { column: string; table: string; to: string }

export type Tables = {
  /** Enums, with the columns that have them. */
  enums: { name: string; tables: string[] }[]
  names: string[]
  pointers: Pointer[]
}

/** The tables of the project's schema as the database has them. */
export const readTables = async ({ payload, schema }: Database): Promise<Tables> => {
  const { pool } = getAdapter(payload)
  const values = [schema()]
  const [tables, pointers, enums] = [
    await pool.query<{ name: string }>(
      'select tablename as name from pg_tables where schemaname = $1 order by 1',
      values,
    ),
    await pool.query<Pointer>(
      `select source.relname as table, attribute.attname as column, target.relname as to
       from pg_constraint
       join pg_class source on source.oid = conrelid
       join pg_class target on target.oid = confrelid
       join pg_attribute attribute on attribute.attrelid = conrelid and attribute.attnum = any (conkey)
       join pg_namespace on pg_namespace.oid = source.relnamespace
       where contype = 'f' and nspname = $1 order by 1, 2`,
      values,
    ),
    await pool.query<{ name: string; tables: string[] }>(
      `select typname as name, array_agg(distinct relname::text order by relname::text) as tables
       from pg_type
       join pg_namespace on pg_namespace.oid = typnamespace
       join pg_attribute on atttypid in (pg_type.oid, pg_type.typarray) and not attisdropped
       join pg_class on pg_class.oid = attrelid and relkind = 'r'
       where typtype = 'e' and nspname = $1 group by typname order by 1`,
      values,
    ),
  ]
  return {
    enums: enums.rows,
    names: tables.rows.map(({ name }) => name),
    pointers: pointers.rows,
  }
}
