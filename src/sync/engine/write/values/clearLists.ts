import type { FieldShape, Shape } from '../../merge/readShape.js'

import { flatten, isObject, unflatten, type Values } from '../../merge/flatten.js'

type ClearListsArgs = { shape: Shape; values: Values }

/**
 * Values as Payload takes them: to clear a list is to write one without items. Payload fails to write
 * `null` to rows, and leaves the items of other lists as they are.
 */
export const clearLists = ({ shape, values }: ClearListsArgs): Values => {
  let cleared = values
  for (const [path, value] of values) {
    const written = clearList({ field: shape.get(path), value })
    if (written !== value) {
      // Most documents have no list, and are not copied.
      cleared = cleared === values ? new Map(values) : cleared
      cleared.set(path, written)
    }
  }
  return cleared
}

type ClearListArgs = { field: FieldShape | undefined; value: unknown }

const clearList = ({ field, value }: ClearListArgs): unknown => {
  if (value === null && (field?.rowShape ?? field?.hasMany)) {
    return []
  }
  if (!field?.rowShape || !Array.isArray(value)) {
    return value
  }
  return value.map((row: unknown) => {
    const shape = isObject(row) ? field.rowShape?.(row.blockType) : undefined
    return shape && isObject(row)
      ? { ...row, ...unflatten(clearLists({ shape, values: flatten({ document: row, shape }) })) }
      : row
  })
}
