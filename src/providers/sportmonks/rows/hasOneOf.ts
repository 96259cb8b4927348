import type { RowCondition } from './RowCondition.js'

import { readField } from './readField.js'

type HasOneOfArgs = { field: string; ids: readonly number[] }

/** Rows whose field holds one of these ids. */
export const hasOneOf = ({ field, ids }: HasOneOfArgs): RowCondition => {
  const wanted = new Set(ids)
  return (row) => {
    const value = readField({ name: field, row })
    return typeof value !== 'number' || wanted.has(value)
  }
}
