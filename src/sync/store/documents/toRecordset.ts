import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PgColumn, PgEnum } from '@payloadcms/db-postgres/drizzle/pg-core'

import { sql } from '@payloadcms/db-postgres/drizzle'

type ToRecordsetArgs = {
  /** Under which name the statement speaks of the rows. */
  alias: string
  /** By their names in `rows`. */
  columns: ReadonlyMap<string, PgColumn>
  rows: readonly Readonly<Record<string, unknown>>[]
}

type Recordset = {
  /** What stands behind `from`. */
  records: SQL
  /** The columns of it, for a `select`. */
  values: SQL
}

/**
 * Rows as a table of a statement. All of them are one parameter: the statement is as short for a
 * thousand rows as for one.
 *
 * @see PostgreSQL documentation, section 9.16: jsonb_to_recordset
 */
export const toRecordset = ({ alias, columns, rows }: ToRecordsetArgs): Recordset => {
  const list = [...columns]
  const json = JSON.stringify(
    rows.map((row) => {
      const named: Record<string, unknown> = {}
      for (const [key, { name }] of list) {
        named[name] = row[key] ?? null
      }
      return named
    }),
  )
  const types = list.map(([, column]) => sql`${sql.identifier(column.name)} ${toType(column)}`)
  const names = list.map(([, { name }]) => sql`${sql.identifier(alias)}.${sql.identifier(name)}`)
  return {
    records: sql`jsonb_to_recordset(${json}::jsonb) as ${sql.identifier(alias)}(${sql.join(types, sql`, `)})`,
    values: sql.join(names, sql`, `),
  }
}

const toType = (column: PgColumn): SQL => {
  const { enum: named } = column as { enum?: PgEnum<[string, ...string[]]> }
  if (named && typeof named === 'function') {
    const { enumName, schema } = named
    return schema
      ? sql`${sql.identifier(schema)}.${sql.identifier(enumName)}`
      : sql`${sql.identifier(enumName)}`
  }
  const type = column.getSQLType()
  return sql.raw(type === 'serial' ? 'integer' : type)
}
