import type { FieldShape } from '../../../engine/merge/readShape.js'

import { flatten, isObject, unflatten } from '../../../engine/merge/flatten.js'
import { type Row, toKeyedRows } from '../../../engine/merge/rows/toKeyedRows.js'

type ChangeRowArgs = {
  field: FieldShape
  /** Path of the field that tells rows apart. */
  key: string
  /** What tells the row apart, and behind it the path of the field in it: `A.note`; or the row. */
  path: string
  /** The list as the document holds it. */
  rows: unknown
  /** Of the field; of a row all of it, `null` for one that is to go. */
  value: unknown
}

/** A list in which one row, or one field of a row, has another value. */
export const changeRow = ({ field, key, path, rows, value }: ChangeRowArgs): unknown[] => {
  const held = toKeyedRows({ field, key, value: rows })
  const isRow = (row: Row): boolean => held.nameOf(row) === path
  if (held.all.some(isRow) || !held.all.some((row) => isIn({ name: held.nameOf(row), path }))) {
    const others = held.all.filter((row) => !isRow(row))
    return isObject(value) ? [...others, value] : others
  }
  return held.all.map((row) => {
    const name = held.nameOf(row)
    const shape = field.rowShape?.(row.blockType)
    if (name === undefined || !shape || !isIn({ name, path })) {
      return row
    }
    const values = flatten({ document: row, shape }).set(path.slice(name.length + 1), value)
    const own = ['id', 'blockType', 'blockName'].filter((each) => row[each] !== undefined)
    return { ...unflatten(values), ...Object.fromEntries(own.map((each) => [each, row[each]])) }
  })
}

const isIn = ({ name, path }: { name: string | undefined; path: string }): boolean =>
  name !== undefined && path.startsWith(`${name}.`)
