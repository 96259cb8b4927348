import type { Table } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'

import { getTableColumns, getTableName } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

import { getAdapter, MACHINERY_KEYS } from '../Database.js'

export type MissingTables = {
  /** `table.column` of tables that are there. */
  columns: string[]
  tables: string[]
}

type Wanted = { columns: string[]; name: string }

/** What of the plugin's own tables the database does not have. */
export const findMissingTables = async (database: Database): Promise<MissingTables> =>
  await findMissing({
    payload: database.payload,
    wanted: MACHINERY_KEYS.map((key) => ({
      name: database.payload.collections[database.slugs[key]]!.config.dbName as string,
      columns: toColumns(database.table(key)),
    })),
  })

/** What of all the project's tables the database does not have. */
export const findMissingSchema = async (payload: Payload): Promise<MissingTables> =>
  await findMissing({
    payload,
    wanted: Object.values(getAdapter(payload).tables as Record<string, Table>).map((table) => ({
      name: getTableName(table),
      columns: toColumns(table),
    })),
  })

const toColumns = (table: Table): string[] =>
  Object.values(getTableColumns(table)).map(({ name }) => name)

type FindMissingArgs = { payload: Payload; wanted: readonly Wanted[] }

const findMissing = async ({ payload, wanted }: FindMissingArgs): Promise<MissingTables> => {
  const { pool, schemaName = 'public' } = getAdapter(payload)
  const { rows } = await pool.query<{ column: string; table: string }>(
    `select table_name as table, column_name as column from information_schema.columns
     where table_schema = $1 and table_name = any($2)`,
    [schemaName, wanted.map(({ name }) => name)],
  )
  const found = new Set(rows.flatMap(({ column, table }) => [table, `${table}.${column}`]))
  return {
    columns: wanted
      .filter(({ name }) => found.has(name))
      .flatMap(({ name, columns }) => columns.map((column) => `${name}.${column}`))
      .filter((column) => !found.has(column)),
    tables: wanted.map(({ name }) => name).filter((name) => !found.has(name)),
  }
}
