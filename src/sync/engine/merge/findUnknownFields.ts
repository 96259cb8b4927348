import type { FieldShape, Shape } from './readShape.js'

import { isObject } from './flatten.js'
import { isGroup } from './isGroup.js'

type FindUnknownFieldsArgs = {
  document: Record<string, unknown>
  shape: Shape
}

/** What every row has, whatever its fields are. */
const ROW_KEYS = new Set(['blockName', 'blockType', 'id'])

/**
 * What a mapped document says of fields that its collection does not have, as paths. A field of a
 * row is told once, without the number of the row: `tracks.name`.
 */
export const findUnknownFields = ({ document, shape }: FindUnknownFieldsArgs): string[] => {
  const found = new Set<string>()
  look({ found, prefix: '', shape, shown: '', values: document })
  return [...found]
}

type LookArgs = {
  found: Set<string>
  isRow?: boolean
  /** Of the path within `shape`. */
  prefix: string
  shape: Shape
  /** Of the path as it is told. */
  shown: string
  values: Record<string, unknown>
}

const look = ({ found, isRow, prefix, shape, shown, values }: LookArgs): void => {
  for (const key of Object.keys(values)) {
    const value = values[key]
    const path = `${prefix}${key}`
    const field = shape.get(path)
    if (field) {
      if (field.rowShape && Array.isArray(value)) {
        lookAtRows({ field, found, rows: value, shown: `${shown}${key}.` })
      }
    } else if (!isRow || !ROW_KEYS.has(path)) {
      if (!isGroup({ path, shape })) {
        found.add(`${shown}${key}`)
      } else if (isObject(value)) {
        look({ found, prefix: `${path}.`, shape, shown: `${shown}${key}.`, values: value })
      }
    }
  }
}

type LookAtRowsArgs = { field: FieldShape; rows: unknown[] } & Pick<LookArgs, 'found' | 'shown'>

const lookAtRows = ({ field, found, rows, shown }: LookAtRowsArgs): void => {
  for (const row of rows) {
    const shape = isObject(row) ? field.rowShape?.(row.blockType) : undefined
    if (shape && isObject(row)) {
      look({ found, isRow: true, prefix: '', shape, shown, values: row })
    }
  }
}
