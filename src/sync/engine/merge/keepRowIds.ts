import type { FieldShape } from './readShape.js'

import { flatten, isObject, unflatten } from './flatten.js'
import { isSameValue } from './isSameValue.js'

type KeepRowIdsArgs = {
  /** What the document holds. */
  current: unknown
  field: FieldShape
  /** The value that takes its place. */
  said: unknown
}

type Row = Record<string, unknown>

/**
 * Rows to write, each with the id of the row it most likely is, if it is one: Payload keeps what
 * other locales say of a row by its id. All other values are as they were said.
 */
export const keepRowIds = ({ current, field, said }: KeepRowIdsArgs): unknown => {
  if (!field.rowShape || !Array.isArray(said) || !Array.isArray(current)) {
    return said
  }
  const held = current.filter(isObject)
  const pairs = pairRows({ field, held, said: said.filter(isObject) })
  return said.map((row: unknown) => {
    const before = isObject(row) ? pairs.get(row) : undefined
    return isObject(row) && before ? keepRowId({ before, field, row }) : row
  })
}

type KeepRowIdArgs = { before: Row; field: FieldShape; row: Row }

/** A row with the id of the one it takes the place of, and so on in the rows inside of it. */
export const keepRowId = ({ before, field, row }: KeepRowIdArgs): Row => {
  const shape = field.rowShape?.(row.blockType)
  const values = shape ? flatten({ document: row, shape }) : new Map<string, unknown>()
  const held = shape ? flatten({ document: before, shape }) : new Map<string, unknown>()
  const nested = [...values].flatMap(([path, said]) => {
    const inRow = shape?.get(path)
    return inRow?.rowShape
      ? [[path, keepRowIds({ current: held.get(path), field: inRow, said })] as const]
      : []
  })
  return {
    ...row,
    ...(nested.length > 0 && unflatten(new Map([...values, ...nested]))),
    ...(row.blockType !== undefined && { blockType: row.blockType }),
    ...(row.id === undefined && before.id !== undefined && { id: before.id }),
    ...(before.blockName !== undefined && { blockName: before.blockName }),
  }
}

type PairRowsArgs = { field: FieldShape; held: readonly Row[]; said: readonly Row[] }

/**
 * Which row each was: first those that are equal, then those that share the most, and where as many
 * are left on either side, those in the same order.
 */
const pairRows = ({ field, held, said }: PairRowsArgs): Map<Row, Row> => {
  const pairs = new Map<Row, Row>()
  const free = new Set(held)
  const pair = (row: Row, before: Row): void => {
    pairs.set(row, before)
    free.delete(before)
  }
  for (const row of said) {
    const same = [...free].find((before) => isSameValue({ a: [row], b: [before], field }))
    if (same) {
      pair(row, same)
    }
  }
  for (const row of said.filter((each) => !pairs.has(each))) {
    const [best] = [...free]
      .map((before) => ({ before, shared: countShared({ before, field, row }) }))
      .filter(({ shared }) => shared > 0)
      .toSorted((a, b) => b.shared - a.shared)
    if (best) {
      pair(row, best.before)
    }
  }
  const left = said.filter((row) => !pairs.has(row))
  const leftHeld = [...free]
  if (left.length === leftHeld.length) {
    left.forEach((row, index) => {
      const before = leftHeld[index]
      if (before && before.blockType === row.blockType) {
        pair(row, before)
      }
    })
  }
  return pairs
}

/** How many fields of a row hold what they held in the other one. */
const countShared = ({ before, field, row }: KeepRowIdArgs): number => {
  const shape = field.rowShape?.(row.blockType)
  if (!shape || before.blockType !== row.blockType) {
    return 0
  }
  const held = flatten({ document: before, shape })
  return [...flatten({ document: row, shape })].filter(([path, value]) => {
    const inRow = shape.get(path)
    return (
      inRow &&
      path !== 'id' &&
      !isSameValue({ a: value, b: null, field: inRow }) &&
      isSameValue({ a: value, b: held.get(path), field: inRow })
    )
  }).length
}
