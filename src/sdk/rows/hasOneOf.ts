import { readPath } from './readPath.js'

/** Whether a row is one that was asked for. A row that does not tell counts as asked for. */
export type RowCondition = (row: unknown) => boolean

type HasOneOfArgs = { path: readonly string[]; values: readonly number[] }

/** Rows that hold one of these numbers at the path. */
export const hasOneOf = ({ path, values }: HasOneOfArgs): RowCondition => {
  const wanted = new Set(values)
  return (row) => {
    const value = readPath({ path, row })
    return typeof value !== 'number' || wanted.has(value)
  }
}
