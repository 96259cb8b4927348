import { isDeepStrictEqual } from 'node:util'

import type { FieldShape } from './readShape.js'

type IsSameValueArgs = { a: unknown; b: unknown; field: Pick<FieldShape, 'type'> }

const toTime = (value: unknown): unknown =>
  typeof value === 'string' || value instanceof Date ? new Date(value).getTime() : value

/**
 * Whether two values of a field mean the same once stored: nothing said is `null`, a date is a
 * moment however it is written, and JSON has no order of keys.
 */
export const isSameValue = ({ a, b, field }: IsSameValueArgs): boolean => {
  const left = a ?? null
  const right = b ?? null
  return field.type === 'date'
    ? Object.is(toTime(left), toTime(right))
    : isDeepStrictEqual(left, right)
}
