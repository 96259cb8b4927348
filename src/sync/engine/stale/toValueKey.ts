import type { FieldShape } from '../merge/readShape.js'

import { hash } from '../../../shared/hash.js'

type ToValueKeyArgs = { field: Pick<FieldShape, 'type'>; value: unknown }

/**
 * A short text that is equal for two values which mean the same, whether they come from the
 * database, from a form or from a client that sends back what it read: nothing is nothing however
 * it is written, a date is a moment, and a reference is its id, also where the document came along.
 */
export const toValueKey = ({ field: { type }, value }: ToValueKeyArgs): string => {
  const plain = toPlain({ type, value })
  return plain === null ? '' : hash(plain)
}

type ToPlainArgs = { type: FieldShape['type']; value: unknown }

const toPlain = ({ type, value }: ToPlainArgs): unknown => {
  if (isNothing(value) || (type === 'checkbox' && value === false)) {
    return null
  }
  switch (type) {
    case 'date': {
      const time = new Date(value as Date | string).getTime()
      return Number.isNaN(time) ? value : time
    }
    case 'number':
      return Array.isArray(value) ? value.map(Number) : Number(value)
    case 'relationship':
    case 'upload':
      return Array.isArray(value) ? value.map(toTarget) : toTarget(value)
    default:
      return withoutNothing(value)
  }
}

const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0)

/** The document a reference leads to: its id, with its collection where a field has several. */
const toTarget = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) {
    return String(value)
  }
  if ('relationTo' in value && 'value' in value) {
    return [value.relationTo, toTarget(value.value)]
  }
  return 'id' in value ? String(value.id) : value
}

/** Rows and objects without the keys that hold nothing; the database and a form differ in them. */
const withoutNothing = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.map(withoutNothing)
  }
  if (typeof value !== 'object' || value === null || value instanceof Date) {
    return value
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]: [string, unknown]) =>
      isNothing(item) ? [] : [[key, withoutNothing(item)]],
    ),
  )
}
