import { isDeepStrictEqual } from 'node:util'

import type { FieldShape } from './readShape.js'

import { flatten, isObject } from './flatten.js'

type Field = Omit<FieldShape, 'defaultValue'>

type IsSameValueArgs = { a: unknown; b: unknown; field: Field }

/**
 * Whether two values of a field mean the same once stored: nothing said is `null`, a date is a
 * moment however it is written, a day without a time is that day, and JSON has no order of keys.
 * Rows are the same when their fields are; the ids that Payload gives them, and the names that
 * editors give blocks, do not count.
 */
export const isSameValue = ({ a, b, field }: IsSameValueArgs): boolean =>
  // What is one value is one however it is compared; most are.
  a === b || isDeepStrictEqual(toComparable({ field, value: a }), toComparable({ field, value: b }))

type ToComparableArgs = { field: Field; value: unknown }

/** A form in which two values that mean the same are deeply equal. */
export const toComparable = ({ field, value }: ToComparableArgs): unknown => {
  if (value === null || value === undefined) {
    return null
  }
  if (field.rowShape || field.hasMany) {
    // A database keeps no difference between a list without items and none.
    return Array.isArray(value) && value.length > 0
      ? value.map((item: unknown) =>
          field.rowShape
            ? toComparableRow({ field, row: item })
            : toComparable({ field: { ...field, hasMany: false }, value: item }),
        )
      : Array.isArray(value)
        ? null
        : value
  }
  switch (field.type) {
    case 'date':
      return field.isDay ? toDay(value) : toMoment(value)
    case 'relationship':
    case 'upload':
      return toTarget(value)
    default:
      return value
  }
}

const toMoment = (value: unknown): unknown => {
  const time =
    typeof value === 'string' || value instanceof Date ? new Date(value).getTime() : Number.NaN
  return Number.isNaN(time) ? value : time
}

const DAY_MS = 24 * 60 * 60 * 1000

/** In UTC: Payload's date picker stores a day at noon there, with the seconds of the moment. */
const toDay = (value: unknown): unknown => {
  const time = toMoment(value)
  return typeof time === 'number' ? Math.floor(time / DAY_MS) : time
}

/** An id may come as a number or as text, alone or beside its collection. */
const toTarget = (value: unknown): unknown => {
  if (isObject(value) && 'relationTo' in value) {
    return { relationTo: value.relationTo, value: toTarget(value.value) }
  }
  return typeof value === 'number' ? String(value) : value
}

type ToComparableRowArgs = { field: Field; row: unknown }

const UNCOUNTED = new Set(['blockName', 'id'])

/** What a row was not told is what Payload fills in. */
const toComparableRow = ({ field, row }: ToComparableRowArgs): unknown => {
  const shape = isObject(row) ? field.rowShape?.(row.blockType) : undefined
  if (!shape || !isObject(row)) {
    return row
  }
  const values = flatten({ document: row, shape })
  return {
    blockType: row.blockType ?? null,
    fields: [...shape].flatMap(([path, inRow]) =>
      UNCOUNTED.has(path)
        ? []
        : [
            [
              path,
              toComparable({
                field: inRow,
                value: values.has(path) ? values.get(path) : inRow.defaultValue,
              }),
            ],
          ],
    ),
  }
}
