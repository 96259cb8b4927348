import type { Values } from './flatten.js'
import type { FieldShape, Shape } from './readShape.js'

import { isSameValue } from './isSameValue.js'
import { keepRowIds } from './keepRowIds.js'
import { mergeRows } from './mergeRows.js'

/** A field that the provider and an editor both changed. The editor's value stays. */
export type Conflict = { base: unknown; current: unknown; field: string; incoming: unknown }

export type MergeValuesArgs = {
  /** What the provider said last time. */
  base: Values
  /** What the document holds. */
  current: Values
  /** What the provider says now. */
  incoming: Values
  /** A list for which it is `undefined` is one value. */
  rowIdOf: RowIdOf
  shape: Shape
  /** What the project's hooks made of what was said last time, where they did. */
  stored: Values
}

/** Which field tells the rows of a list apart, by the path of the list; for rows in rows `a.b`. */
export type RowIdOf = (path: string) => string | undefined

export type Merge = {
  /** What to write. Empty when the document is as it should be. */
  changes: Values
  conflicts: Conflict[]
  /** Fields in which the document will differ from what the provider says, in conflict or not. */
  differing: string[]
}

/**
 * Three-way merge, field by field. What only the provider changed is written; what only an editor
 * changed is kept; where both did, the editor's value stays and the conflict is told. A field the
 * provider does not mention is nobody's change.
 */
export const mergeValues = ({
  base,
  current,
  incoming,
  rowIdOf,
  shape,
  stored,
}: MergeValuesArgs): Merge => {
  const merge: Merge = { changes: new Map(), conflicts: [], differing: [] }
  for (const [path, said] of incoming) {
    const field = shape.get(path)
    if (!field) {
      continue
    }
    const holds = current.get(path) ?? null
    const saidBefore = base.get(path)
    if (isSameValue({ a: holds, b: said, field })) {
      if (field.isDay && isOutOfDate({ holds, said, saidBefore })) {
        merge.changes.set(path, said)
      }
      continue
    }
    const isNews = !base.has(path) || !isSameValue({ a: saidBefore, b: said, field })
    if (!isNews) {
      merge.differing.push(path)
      continue
    }
    const rows = mergeRows({
      base: saidBefore,
      current: holds,
      field,
      incoming: said,
      mergeFields: mergeValues,
      path,
      rowIdOf,
      stored: stored.get(path),
    })
    if (rows) {
      merge.conflicts.push(...rows.conflicts)
      if (rows.isDiffering) {
        merge.differing.push(path)
      }
      if (!isSameValue({ a: holds, b: rows.rows, field })) {
        merge.changes.set(path, rows.rows)
      }
      continue
    }
    const isUntouched = base.has(path)
      ? isSameValue({ a: holds, b: saidBefore, field }) ||
        (stored.has(path) && isSameValue({ a: holds, b: stored.get(path), field }))
      : isEmpty(holds, field)
    if (isUntouched) {
      merge.changes.set(path, keepRowIds({ current: holds, field, said }))
    } else {
      merge.differing.push(path)
      merge.conflicts.push({
        base: saidBefore ?? null,
        current: holds,
        field: path,
        incoming: said,
      })
    }
  }
  return merge
}

type IsOutOfDateArgs = { holds: unknown; said: unknown; saidBefore: unknown }

/**
 * Whether a day is written as the provider's map wrote it before, and not as it does now: what is
 * stored at midnight moves to noon, unless somebody picked the day.
 */
const isOutOfDate = ({ holds, said, saidBefore }: IsOutOfDateArgs): boolean => {
  const isSame = (b: unknown): boolean => isSameValue({ a: holds, b, field: { type: 'date' } })
  return !isSame(said) && isSame(saidBefore)
}

/** Before the provider ever spoke of a field, its default is nobody's doing. */
const isEmpty = (holds: unknown, field: FieldShape): boolean =>
  isSameValue({ a: holds, b: null, field }) ||
  isSameValue({ a: holds, b: field.defaultValue, field })
