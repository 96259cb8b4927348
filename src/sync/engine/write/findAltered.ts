import type { JsonObject } from '../../../shared/json.js'
import type { Values } from '../merge/flatten.js'
import type { RowIdOf } from '../merge/mergeValues.js'
import type { FieldShape, Shape } from '../merge/readShape.js'

import { flatten, readValue, unflatten } from '../merge/flatten.js'
import { isSameValue } from '../merge/isSameValue.js'
import { type Row, toKeyedRows } from '../merge/rows/toKeyedRows.js'

type FindAlteredArgs = {
  /** What the fields held before. */
  before: Values
  /** The document as it was given back, in one locale. */
  document: Record<string, unknown>
  incoming: Values
  rowIdOf: RowIdOf
  shape: Shape
  /** What was known as altered before. */
  stored: Values
  written: Values
}

/**
 * What hooks of the project, or Payload itself, made something else of, by path. It is theirs, and
 * no editor's change. Of rows that can be told apart only what is theirs is kept, row by row.
 */
export const findAltered = ({
  before,
  document,
  incoming,
  rowIdOf,
  shape,
  stored,
  written,
}: FindAlteredArgs): JsonObject => {
  const altered: Record<string, unknown> = {}
  for (const [path, value] of written) {
    const field = shape.get(path)
    if (!field) {
      continue
    }
    const held = readValue({ document, path, shape })
    const key = field.rowShape && rowIdOf(path)
    if (key !== undefined && toKeyedRows({ field, key, value: incoming.get(path) }).isUnique) {
      const rows = findAlteredRows({
        before: before.get(path),
        field,
        holds: held,
        incoming: incoming.get(path),
        key,
        stored: stored.get(path),
        written: value,
      })
      if (rows.length > 0) {
        altered[path] = rows
      }
    } else if (!isSameValue({ a: held, b: value, field })) {
      altered[path] = held ?? null
    }
  }
  return altered as JsonObject
}

type FindAlteredRowsArgs = {
  before: unknown
  field: FieldShape
  holds: unknown
  incoming: unknown
  key: string
  stored: unknown
  written: unknown
}

/** Rows with what tells them apart and the fields that are not as they were written. */
const findAlteredRows = ({ field, key, ...lists }: FindAlteredRowsArgs): Row[] => {
  const rowsOf = (value: unknown): Map<string, Row> => toKeyedRows({ field, key, value }).rows
  const before = rowsOf(lists.before)
  const holds = rowsOf(lists.holds)
  const stored = rowsOf(lists.stored)
  const written = rowsOf(lists.written)
  return [...rowsOf(lists.incoming)].flatMap(([name, said]) => {
    const shape = field.rowShape?.(said.blockType)
    const row = holds.get(name)
    if (!shape || !row) {
      return []
    }
    const valuesOf = (each: Row | undefined): Values =>
      each ? flatten({ document: each, shape }) : new Map()
    const values = {
      before: valuesOf(before.get(name)),
      holds: valuesOf(row),
      said: valuesOf(said),
      stored: valuesOf(stored.get(name)),
      written: valuesOf(written.get(name)),
    }
    const isNew = !before.has(name)
    const altered = [...shape].flatMap(([path, inRow]): [string, unknown][] => {
      const isSame = (a: unknown, b: unknown): boolean => isSameValue({ a, b, field: inRow })
      const heldNow = values.holds.get(path)
      const wanted = values.written.get(path)
      // In a row that was there before, only what the provider says is anybody's but an editor's.
      const isTheirs = isNew || (values.said.has(path) && isSame(wanted, values.said.get(path)))
      const wasTheirs =
        values.stored.has(path) && isSame(values.before.get(path), values.stored.get(path))
      const isAltered = isTheirs ? !isSame(heldNow, wanted ?? inRow.defaultValue) : wasTheirs
      return isAltered && path !== 'id' && path !== 'blockName' && path !== key
        ? [[path, heldNow ?? null]]
        : []
    })
    return altered.length === 0
      ? []
      : [
          {
            ...unflatten(new Map([[key, values.said.get(key)], ...altered])),
            ...(said.blockType !== undefined && { blockType: said.blockType }),
          },
        ]
  })
}
