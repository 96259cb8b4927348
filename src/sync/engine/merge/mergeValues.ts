import type { ResourceRules } from '../rules/ResourceRules.js'
import type { Values } from './flatten.js'
import type { FieldShape, Shape } from './readShape.js'

import { DEFAULT_RULES, findPolicy } from '../rules/ResourceRules.js'
import { isSameValue } from './isSameValue.js'
import { keepRowIds } from './rows/keepRowIds.js'
import { mergeRows } from './rows/mergeRows.js'
import { isUntouched } from './units/isUntouched.js'
import { mergeUnit } from './units/mergeUnit.js'

/** A field that the provider and an editor both changed. */
export type Conflict = { base: unknown; current: unknown; field: string; incoming: unknown }

export type MergeValuesArgs = {
  /** What the provider said last time. */
  base: Values
  /** What the document holds. */
  current: Values
  /** What the provider says now. */
  incoming: Values
  /** Fields that are not written, whoever changed them. @default none */
  locked?: ReadonlySet<string> | undefined
  /** A list for which it is `undefined` is one value. */
  rowIdOf: RowIdOf
  /** @default the editor's value stays, and each field is by itself */
  rules?: ResourceRules | undefined
  shape: Shape
  /** What the project's hooks made of what was said last time, where they did. */
  stored: Values
}

/** Which field tells the rows of a list apart, by the path of the list; for rows in rows `a.b`. */
export type RowIdOf = (path: string) => string | undefined

export type Merge = {
  /** What to write. Empty when the document is as it should be. */
  changes: Values
  /** Conflicts in which the editor's value stays. */
  conflicts: Conflict[]
  /** Fields in which the document will differ from what the provider says, in conflict or not. */
  differing: string[]
  /** Conflicts in which the provider's value is among `changes`. */
  overwritten: Conflict[]
}

/**
 * Three-way merge, field by field. What only the provider changed is written; what only an editor
 * changed is kept; where both did, the policy of the field decides. A field the provider does not
 * mention is nobody's change. Fields that are one are written all or none.
 */
export const mergeValues = (args: MergeValuesArgs): Merge => {
  const { incoming, rules = DEFAULT_RULES, shape } = args
  const merge: Merge = { changes: new Map(), conflicts: [], differing: [], overwritten: [] }
  const seen = new Set<readonly string[]>()
  for (const [path, said] of incoming) {
    const field = shape.get(path)
    if (!field) {
      continue
    }
    const unit = rules.mergeTogether.find((paths) => paths.includes(path))
    if (!unit) {
      mergeField({ ...args, field, merge, path, rules, said })
    } else if (!seen.has(unit)) {
      seen.add(unit)
      mergeUnit({ ...args, merge, rules, unit })
    }
  }
  return merge
}

type MergeFieldArgs = {
  field: FieldShape
  /** What comes of it is added to this. */
  merge: Merge
  path: string
  rules: ResourceRules
  said: unknown
} & MergeValuesArgs

const mergeField = (args: MergeFieldArgs): void => {
  const { base, current, field, locked, merge, path, rowIdOf, rules, said, stored } = args
  const holds = current.get(path) ?? null
  const saidBefore = base.get(path)
  const isLocked = locked?.has(path) === true
  if (isSameValue({ a: holds, b: said, field })) {
    if (field.isDay && !isLocked && isOutOfDate({ holds, said, saidBefore })) {
      merge.changes.set(path, said)
    }
    return
  }
  const isNews = !base.has(path) || !isSameValue({ a: saidBefore, b: said, field })
  if (!isNews || isLocked) {
    merge.differing.push(path)
    return
  }
  const policy = findPolicy(rules, path)
  const rows = mergeRows({
    base: saidBefore,
    current: holds,
    field,
    incoming: said,
    mergeFields: mergeValues,
    path,
    policy,
    rowIdOf,
    stored: stored.get(path),
  })
  if (rows) {
    merge.conflicts.push(...rows.conflicts)
    merge.overwritten.push(...rows.overwritten)
    if (rows.isDiffering) {
      merge.differing.push(path)
    }
    if (!isSameValue({ a: holds, b: rows.rows, field })) {
      merge.changes.set(path, rows.rows)
    }
    return
  }
  const conflict = { base: saidBefore ?? null, current: holds, field: path, incoming: said }
  if (isUntouched({ base, current, field, path, stored })) {
    merge.changes.set(path, keepRowIds({ current: holds, field, said }))
  } else if (policy === 'provider') {
    merge.changes.set(path, keepRowIds({ current: holds, field, said }))
    merge.overwritten.push(conflict)
  } else {
    merge.differing.push(path)
    merge.conflicts.push(conflict)
  }
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
