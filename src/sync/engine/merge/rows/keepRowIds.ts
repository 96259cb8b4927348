import type { FieldShape } from '../readShape.js'

import { hash } from '../../../../shared/hash.js'
import { flatten, isObject, unflatten } from '../flatten.js'
import { toComparable } from '../isSameValue.js'

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
const keepRowId = ({ before, field, row }: KeepRowIdArgs): Row => {
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

/** What as many rows as this hold says little of which row is which, and takes long to look at. */
const MOST_ALIKE = 200

type PairRowsArgs = { field: FieldShape; held: readonly Row[]; said: readonly Row[] }

/**
 * Which row each was: first those that are equal, then those that share the most, and where as many
 * are left on either side, those in the same order. No row is compared with each of the others: a
 * list may have thousands.
 */
const pairRows = ({ field, held, said }: PairRowsArgs): Map<Row, Row> => {
  const pairs = new Map<Row, Row>()
  const free = new Set(held.keys())
  const pair = (row: Row, at: number): void => {
    pairs.set(row, held[at]!)
    free.delete(at)
  }
  const equal = listHolders({ held, keysOf: (row) => [hashRow({ field, row })], of: free })
  for (const row of said) {
    const at = equal.get(hashRow({ field, row }))?.shift()
    if (at !== undefined) {
      pair(row, at)
    }
  }
  const keysOf = (row: Row): string[] => hashFields({ field, row })
  const holders = listHolders({ held, keysOf, of: free })
  for (const row of said.filter((each) => !pairs.has(each))) {
    const alike = keysOf(row)
      .map((key) => holders.get(key) ?? [])
      .filter(({ length }) => length <= MOST_ALIKE)
    const best = findCommonest(alike.flat().filter((at) => free.has(at)))
    if (best !== undefined) {
      pair(row, best)
    }
  }
  const left = said.filter((row) => !pairs.has(row))
  const leftHeld = [...free]
  if (left.length === leftHeld.length) {
    left.forEach((row, index) => {
      const at = leftHeld[index]
      if (at !== undefined && held[at]!.blockType === row.blockType) {
        pair(row, at)
      }
    })
  }
  return pairs
}

type ListHoldersArgs = {
  held: readonly Row[]
  keysOf: (row: Row) => readonly string[]
  /** Places of the rows that count. */
  of: Iterable<number>
}

/** The places of the rows that have a key, in their order. */
const listHolders = ({ held, keysOf, of }: ListHoldersArgs): Map<string, number[]> => {
  const holders = new Map<string, number[]>()
  for (const at of of) {
    for (const key of keysOf(held[at]!)) {
      const places = holders.get(key)
      if (places) {
        places.push(at)
      } else {
        holders.set(key, [at])
      }
    }
  }
  return holders
}

/** The place that is named most often; of several the first. */
const findCommonest = (places: readonly number[]): number | undefined => {
  const counts = new Map<number, number>()
  for (const at of places) {
    counts.set(at, (counts.get(at) ?? 0) + 1)
  }
  let best: number | undefined
  for (const [at, count] of counts) {
    const most = best === undefined ? 0 : counts.get(best)!
    if (best === undefined || count > most || (count === most && at < best)) {
      best = at
    }
  }
  return best
}

type HashArgs = { field: FieldShape; row: Row }

/** The same for rows that mean the same. */
const hashRow = ({ field, row }: HashArgs): string => hash(toComparable({ field, value: [row] }))

/** One text for each field of a row that holds something: what it is, and what it holds. */
const hashFields = ({ field, row }: HashArgs): string[] => {
  const shape = field.rowShape?.(row.blockType)
  return [...(shape ? flatten({ document: row, shape }) : [])].flatMap(([path, value]) => {
    const inRow = shape?.get(path)
    const comparable = inRow && path !== 'id' ? toComparable({ field: inRow, value }) : null
    return comparable === null ? [] : [hash([row.blockType ?? null, path, comparable])]
  })
}
