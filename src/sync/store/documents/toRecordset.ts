import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PgColumn, PgEnum } from '@payloadcms/db-postgres/drizzle/pg-core'

import { sql } from '@payloadcms/db-postgres/drizzle'

type Row = Readonly<Record<string, unknown>>

type ToRecordsetArgs = {
  /** Under which name the statement speaks of the rows. */
  alias: string
  /** By their names in `rows`. */
  columns: ReadonlyMap<string, PgColumn>
  rows: readonly Row[]
}

type Recordset = {
  /** What stands behind `from`. */
  records: SQL
  /** The columns of it, for a `select`. */
  values: SQL
}

/**
 * Rows as a table of a statement. All of them are one parameter: the statement is as short for a
 * thousand rows as for one. What is the same in all of them is said once, and what is nothing not at
 * all: to read the parameter is a large part of what the database does with a batch.
 *
 * @see PostgreSQL documentation, section 9.16: jsonb_to_recordset
 */
export const toRecordset = ({ alias, columns, rows }: ToRecordsetArgs): Recordset => {
  const shared = findShared({ columns, rows })
  const own = [...columns].filter(([key]) => !shared.has(key))
  const json = JSON.stringify(
    rows.map((row) => {
      const named: Record<string, unknown> = {}
      for (const [key, { name }] of own) {
        const value = row[key]
        if (value !== undefined && value !== null) {
          named[name] = value
        }
      }
      return named
    }),
  )
  const types = own.map(([, column]) => sql`${sql.identifier(column.name)} ${toType(column)}`)
  const given = [...columns].map(([key, column]) => {
    const name = sql.identifier(column.name)
    return shared.has(key)
      ? sql`${toParameter({ column, value: shared.get(key) })}::${toType(column)} as ${name}`
      : sql`each.${name}`
  })
  const names = [...columns.values()].map(
    ({ name }) => sql`${sql.identifier(alias)}.${sql.identifier(name)}`,
  )
  return {
    records: sql`(select ${sql.join(given, sql`, `)} from jsonb_to_recordset(${json}::jsonb)
      as each(${sql.join(types, sql`, `)})) as ${sql.identifier(alias)}`,
    values: sql.join(names, sql`, `),
  }
}

/** Values of columns that are the same in all rows. At least one column is left to each row. */
const findShared = ({
  columns,
  rows: [first, ...others],
}: Omit<ToRecordsetArgs, 'alias'>): ReadonlyMap<string, unknown> => {
  const keys = [...columns.keys()]
  const shared = new Map<string, unknown>()
  if (!first || others.length === 0) {
    return shared
  }
  for (const key of keys) {
    const value = first[key] ?? null
    if (shared.size < keys.length - 1 && others.every((row) => isSame(row[key] ?? null, value))) {
      shared.set(key, value)
    }
  }
  return shared
}

/** Of objects only `{}` is looked for. */
const isSame = (a: unknown, b: unknown): boolean =>
  (a === b && (typeof a !== 'object' || a === null)) || (isEmpty(a) && isEmpty(b))

/** Whether it is `{}`, which is what most rows hold of most JSON. */
const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.getPrototypeOf(value) === Object.prototype &&
  Object.keys(value).length === 0

type ToParameterArgs = { column: PgColumn; value: unknown }

/** The text that `jsonb_to_recordset` would make the value of. */
const toParameter = ({ column, value }: ToParameterArgs): null | string => {
  if (typeof value === 'string' && !column.getSQLType().startsWith('json')) {
    return value
  }
  const json = JSON.stringify(value)
  // As JSON has it, also of a number that it does not know.
  return json === 'null' ? null : json
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
