import type { ConflictPolicy } from '../../../../sdk/rules/RecordRules.js'
import type { Values } from '../flatten.js'
import type { Conflict, Merge, MergeValuesArgs, RowIdOf } from '../mergeValues.js'
import type { FieldShape, Shape } from '../readShape.js'

import { DEFAULT_RULES } from '../../rules/ResourceRules.js'
import { flatten, unflatten } from '../flatten.js'
import { isSameValue } from '../isSameValue.js'
import { type Row, toKeyedRows } from './toKeyedRows.js'

type MergeRowsArgs = {
  /** The list as the provider sent it last time; `undefined` when it never did. */
  base: unknown
  current: unknown
  field: FieldShape
  incoming: unknown
  /** Merges the fields of one row. */
  mergeFields: (args: MergeValuesArgs) => Merge
  path: string
  /** Of the whole list. */
  policy: ConflictPolicy
  rowIdOf: RowIdOf
  stored: unknown
}

type MergedRows = {
  conflicts: Conflict[]
  /** Whether the list will differ from what the provider says. */
  isDiffering: boolean
  /** Conflicts in which the provider's value is in `rows`. */
  overwritten: Conflict[]
  rows: Row[]
}

/**
 * Three-way merge of a list of rows whose rows can be told apart: row by row, and each row field by
 * field. The order is the provider's; rows of an editor's own come after. A row that the provider
 * dropped goes unless an editor changed it, and one that an editor took out stays out.
 *
 * `undefined` for a list that is one value: no field tells its rows apart, or a row of the provider
 * lacks that field or shares its value with another.
 */
export const mergeRows = ({
  base,
  current,
  field,
  incoming,
  mergeFields,
  path,
  policy,
  rowIdOf,
  stored,
}: MergeRowsArgs): MergedRows | undefined => {
  const key = rowIdOf(path)
  if (key === undefined || !field.rowShape) {
    return undefined
  }
  const said = toKeyedRows({ field, key, value: incoming })
  if (!said.isUnique) {
    return undefined
  }
  const before = toKeyedRows({ field, key, value: base }).rows
  const held = toKeyedRows({ field, key, value: current })
  const altered = toKeyedRows({ field, key, value: stored }).rows
  const merged: MergedRows = { conflicts: [], isDiffering: false, overwritten: [], rows: [] }
  const isOverwritten = policy === 'provider'
  const tell = (name: string, values: Omit<Conflict, 'field'>): void => {
    const told = isOverwritten ? merged.overwritten : merged.conflicts
    told.push({ ...values, field: `${path}.${name}` })
  }

  for (const [name, row] of said.rows) {
    const holds = held.rows.get(name)
    const saidBefore = before.get(name)
    const shape = field.rowShape(row.blockType)
    if (holds && shape) {
      const inRow = mergeFields({
        base: toValues(saidBefore, shape),
        current: toValues(holds, shape),
        incoming: withoutId(toValues(row, shape)),
        rowIdOf: (inner) => rowIdOf(`${path}.${inner}`),
        rules: { ...DEFAULT_RULES, policy },
        shape,
        stored: toValues(altered.get(name), shape),
      })
      const told = [...inRow.conflicts, ...inRow.overwritten]
      told.forEach(({ field: inner, ...values }) => tell(`${name}.${inner}`, values))
      merged.isDiffering ||= inRow.differing.length > 0
      merged.rows.push(change({ changes: inRow.changes, row: holds, shape }))
    } else if (!saidBefore) {
      merged.rows.push(row)
    } else if (isSameValue({ a: [saidBefore], b: [row], field })) {
      merged.isDiffering = true
    } else {
      tell(name, { base: saidBefore, current: null, incoming: row })
      if (isOverwritten) {
        merged.rows.push(row)
      } else {
        merged.isDiffering = true
      }
    }
  }
  for (const row of held.all) {
    const name = held.nameOf(row)
    if (name !== undefined && said.rows.has(name) && held.rows.get(name) === row) {
      continue
    }
    const saidBefore = name === undefined ? undefined : before.get(name)
    const shape = field.rowShape(row.blockType)
    const isTheirs =
      saidBefore !== undefined &&
      shape !== undefined &&
      held.rows.get(name ?? '') === row &&
      [
        saidBefore,
        change({ changes: toValues(altered.get(name ?? ''), shape), row: saidBefore, shape }),
      ].some((word) => isSameValue({ a: [word], b: [row], field }))
    if (isTheirs) {
      continue
    }
    const isDropped = saidBefore && name !== undefined && held.rows.get(name) === row
    if (isDropped) {
      tell(name, { base: saidBefore, current: row, incoming: null })
    }
    if (!isDropped || !isOverwritten) {
      merged.isDiffering = true
      merged.rows.push(row)
    }
  }
  return merged
}

const toValues = (row: Row | undefined, shape: Shape): Values =>
  row ? flatten({ document: row, shape }) : new Map()

const withoutId = (values: Values): Values =>
  new Map([...values].filter(([path]) => path !== 'id' && path !== 'blockName'))

type ChangeArgs = { changes: Values; row: Row; shape: Shape }

/** The whole row with some of its fields changed; what Payload knows it by stays. */
const change = ({ changes, row, shape }: ChangeArgs): Row =>
  changes.size === 0
    ? row
    : {
        ...unflatten(new Map([...toValues(row, shape), ...changes])),
        ...Object.fromEntries(
          ['id', 'blockType', 'blockName'].flatMap((key) =>
            row[key] === undefined ? [] : [[key, row[key]]],
          ),
        ),
      }
