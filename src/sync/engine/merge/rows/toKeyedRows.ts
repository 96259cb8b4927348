import type { FieldShape } from '../readShape.js'

import { flatten, isObject } from '../flatten.js'
import { toComparable } from '../isSameValue.js'

export type Row = Record<string, unknown>

type ToKeyedRowsArgs = {
  field: FieldShape
  /** Path of the field that tells rows apart. */
  key: string
  /** A list of rows; anything else has none. */
  value: unknown
}

type KeyedRows = {
  all: Row[]
  /** Whether each row can be told apart from all the others. */
  isUnique: boolean
  /** What tells a row apart, as text; `undefined` where it has nothing. */
  nameOf: (row: Row) => string | undefined
  /** By what tells them apart; of two that share it the first. */
  rows: Map<string, Row>
}

/** The rows of a list by what tells them apart. */
export const toKeyedRows = ({ field, key, value }: ToKeyedRowsArgs): KeyedRows => {
  const nameOf = (row: Row): string | undefined => toName({ field, key, row })
  const all = Array.isArray(value) ? value.filter(isObject) : []
  const rows = new Map<string, Row>()
  for (const row of all) {
    const name = nameOf(row)
    if (name !== undefined && !rows.has(name)) {
      rows.set(name, row)
    }
  }
  const isList = value === null || value === undefined || Array.isArray(value)
  return { all, isUnique: isList && rows.size === all.length, nameOf, rows }
}

type ToNameArgs = { field: FieldShape; key: string; row: Row }

const toName = ({ field, key, row }: ToNameArgs): string | undefined => {
  const shape = field.rowShape?.(row.blockType)
  const inRow = shape?.get(key)
  if (!shape || !inRow) {
    return undefined
  }
  const value = toComparable({
    field: inRow,
    value: flatten({ document: row, shape }).get(key),
  })
  if (value === null || value === '') {
    return undefined
  }
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : JSON.stringify(value)
}
