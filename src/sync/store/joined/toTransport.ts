import type { PgColumn } from '@payloadcms/db-postgres/drizzle/pg-core'

import { getTableColumns } from '@payloadcms/db-postgres/drizzle'

import type { Table } from '../Database.js'

type ToTransportArgs = { row: Readonly<Record<string, unknown>>; table: Table }

/**
 * A row as JSON carries it to the database, where each value is read as the driver's own text of it
 * would be. `undefined` where one is an expression, or of a kind that JSON does not carry.
 */
export const toTransport = ({
  row,
  table,
}: ToTransportArgs): Record<string, unknown> | undefined => {
  const columns: Readonly<Record<string, PgColumn>> = getTableColumns(table)
  const result: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(row)) {
    const column = columns[key]
    if (!column || value === undefined) {
      continue
    }
    const carried = value === null ? null : toCarried({ column, value })
    if (carried === undefined) {
      return undefined
    }
    result[key] = carried
  }
  return result
}

type ToCarriedArgs = { column: PgColumn; value: unknown }

const toCarried = ({ column, value }: ToCarriedArgs): unknown => {
  if (column.getSQLType() === 'jsonb') {
    return isExpression(value) ? undefined : value
  }
  if (typeof value === 'object' && !(value instanceof Date)) {
    return undefined
  }
  const driven: unknown = column.mapToDriverValue(value)
  if (driven instanceof Date) {
    return Number.isNaN(driven.getTime()) ? undefined : driven.toISOString()
  }
  // As the driver would write them.
  return typeof driven === 'string' || typeof driven === 'number' || typeof driven === 'boolean'
    ? String(driven)
    : undefined
}

const isExpression = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'getSQL' in value
