import { isDeepStrictEqual } from 'node:util'

import type { ReplayAnswer } from '../replayServer.js'

/** Makes other rows of rows. */
export type RowChange = <TRow>(rows: readonly TRow[]) => TRow[]

/** Changes the rows of an answer; `undefined` for an answer that has none. */
export type ChangeRows = (args: {
  answer: ReplayAnswer
  change: RowChange
}) => ReplayAnswer | undefined

type List = { path: readonly string[]; rows: readonly unknown[] }

/**
 * Changes the rows of a JSON answer: of the list that has one of these records, else of the longest
 * list of objects.
 */
export const toChangeRows =
  (records: readonly unknown[]): ChangeRows =>
  ({ answer, change }) => {
    const lists = listsIn({ path: [], value: answer.body })
    const list =
      lists.find(({ rows }) => records.some((record) => isDeepStrictEqual(record, rows[0]))) ??
      lists.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0]
    return (
      list && {
        ...answer,
        body: withList({ path: list.path, rows: change(list.rows), value: answer.body }),
      }
    )
  }

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

type ListsInArgs = { path: readonly string[]; value: unknown }

/** Every list of objects in a value, the outer ones first. */
const listsIn = ({ path, value }: ListsInArgs): List[] => {
  if (!isObject(value) || value instanceof Uint8Array) {
    return []
  }
  const own = Array.isArray(value) && isObject(value[0]) ? [{ path, rows: value }] : []
  const inner = Object.entries(value).flatMap(([key, item]) =>
    listsIn({ path: [...path, key], value: item }),
  )
  return [...own, ...inner]
}

const sizeOf = ({ rows }: List): number => JSON.stringify(rows).length

type WithListArgs = { path: readonly string[]; rows: unknown[]; value: unknown }

const withList = ({ path: [key, ...path], rows, value }: WithListArgs): unknown => {
  if (key === undefined || !isObject(value)) {
    return rows
  }
  const changed = withList({ path, rows, value: value[key] })
  return Array.isArray(value)
    ? value.map((item: unknown, index) => (String(index) === key ? changed : item))
    : { ...value, [key]: changed }
}
