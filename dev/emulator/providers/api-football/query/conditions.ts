import type { Json, Row } from '../../../json.js'

import { isRow } from '../../../json.js'
import { toDay } from '../../../moments.js'

/** Whether a row is one that was asked for. A parameter that was not given asks for every row. */
export type Condition = (row: Row) => boolean

/** A value inside a row, whatever a test made of it. */
export const valueAt = (row: Row, path: string): Json | undefined =>
  path
    .split('.')
    .reduce<Json | undefined>((value, key) => (isRow(value) ? value[key] : undefined), row)

const every: Condition = () => true

/** Holds this value at one of the paths. */
export const holds = ({
  paths,
  value,
}: {
  paths: readonly string[]
  value: number | string | undefined
}): Condition =>
  value === undefined ? every : (row) => paths.some((path) => valueAt(row, path) === value)

/** Holds one of these values at the path. */
export const holdsOneOf = ({
  path,
  values,
}: {
  path: string
  values: readonly (number | string)[] | undefined
}): Condition =>
  values === undefined
    ? every
    : (row) => {
        const value = valueAt(row, path)
        return (typeof value === 'number' || typeof value === 'string') && values.includes(value)
      }

/** Contains this text at one of the paths, in whatever case. */
export const contains = ({
  paths,
  text,
}: {
  paths: readonly string[]
  text: string | undefined
}): Condition =>
  text === undefined
    ? every
    : (row) =>
        paths.some((path) => {
          const value = valueAt(row, path)
          return typeof value === 'string' && value.toLowerCase().includes(text.toLowerCase())
        })

/** Kicks off on one of these days, in UTC. */
export const kicksOffWithin = ({
  from = '',
  to = '9999-12-31',
}: {
  from?: string | undefined
  to?: string | undefined
}): Condition => {
  if (from === '' && to === '9999-12-31') {
    return every
  }
  return (row) => {
    const seconds = valueAt(row, 'fixture.timestamp')
    const day = typeof seconds === 'number' ? toDay(seconds * 1000) : undefined
    return day !== undefined && from <= day && day <= to
  }
}

/** The rows that every condition lets pass. */
export const select = (rows: Row[], conditions: readonly Condition[]): Row[] =>
  rows.filter((row) => conditions.every((passes) => passes(row)))
