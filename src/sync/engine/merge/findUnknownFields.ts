import type { Shape } from './readShape.js'

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
export const findUnknownFields = ({ document, shape }: FindUnknownFieldsArgs): string[] => [
  ...new Set(look({ prefix: '', shape, shown: '', values: document })),
]

type LookArgs = {
  isRow?: boolean
  /** Of the path within `shape`. */
  prefix: string
  shape: Shape
  /** Of the path as it is told. */
  shown: string
  values: Record<string, unknown>
}

const look = ({ isRow, prefix, shape, shown, values }: LookArgs): string[] =>
  Object.entries(values).flatMap(([key, value]): string[] => {
    const path = `${prefix}${key}`
    const told = `${shown}${key}`
    const field = shape.get(path)
    if (field?.rowShape && Array.isArray(value)) {
      return value.filter(isObject).flatMap((row) => {
        const ofRow = field.rowShape?.(row.blockType)
        return ofRow
          ? look({ isRow: true, prefix: '', shape: ofRow, shown: `${told}.`, values: row })
          : []
      })
    }
    if (field || (isRow && ROW_KEYS.has(path))) {
      return []
    }
    if (!isGroup({ path, shape })) {
      return [told]
    }
    return isObject(value)
      ? look({ prefix: `${path}.`, shape, shown: `${told}.`, values: value })
      : []
  })
