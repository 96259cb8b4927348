import type { PgColumn } from '@payloadcms/db-postgres/drizzle/pg-core'
import type { Where } from 'payload'

import { Column, is, Param, SQL, StringChunk } from '@payloadcms/db-postgres/drizzle'

import type { Id } from './Call.js'

/**
 * What a condition asks of which field, as `path operator`; `undefined` where it asks for more than
 * that all hold, or two things of one field.
 */
export const readConditions = (
  where: undefined | Where,
): ReadonlyMap<string, unknown> | undefined => {
  const found = new Map<string, unknown>()
  const read = (condition: Where): boolean =>
    Object.entries(condition).every(([key, value]) => {
      if (key === 'and' && Array.isArray(value)) {
        return value.every((each) => read(each))
      }
      return key !== 'or' && !Array.isArray(value)
        ? Object.entries(value ?? {}).every(([operator, wanted]) => {
            const name = `${key} ${operator}`
            const isSame = !found.has(name) || found.get(name) === wanted
            found.set(name, wanted)
            return isSame
          })
        : false
    })
  return where && read(where) ? found : undefined
}

type IsOnlyArgs = {
  conditions: ReadonlyMap<string, unknown> | undefined
  names: readonly string[]
}

/** Whether exactly these are asked. */
export const isOnly = ({ conditions, names }: IsOnlyArgs): boolean =>
  conditions?.size === names.length && names.every((name) => conditions.has(name))

type FindIdArgs = { column: PgColumn; where: unknown }

/** Which id Drizzle's condition asks for; `undefined` where it asks for anything else. */
export const findId = ({ column, where }: FindIdArgs): Id | undefined => {
  if (!is(where, SQL)) {
    return undefined
  }
  const chunks = where.queryChunks.filter((chunk) => !isEmpty(chunk))
  const [left, operator, right] = chunks
  return chunks.length === 3 &&
    is(left, Column) &&
    (left as unknown) === column &&
    is(operator, StringChunk) &&
    operator.value.join('') === ' = ' &&
    is(right, Param)
    ? (right.value as Id)
    : undefined
}

const isEmpty = (chunk: unknown): boolean => is(chunk, StringChunk) && chunk.value.join('') === ''

export type Keys = {
  columns: PgColumn[]
  /** Values of the columns. A row that has them is meant. */
  rows: unknown[][]
}

/**
 * Which rows a condition means that Drizzle has built of a column's value, or of that and a list of
 * another's; `undefined` where it has built it of anything else.
 */
export const readKeys = (where: unknown): Keys | undefined => {
  const values: unknown[] = []
  const columns: PgColumn[] = []
  const toText = (chunk: unknown): string => {
    if (Array.isArray(chunk)) {
      return `[${chunk.map(toText).join('')}]`
    }
    if (is(chunk, SQL)) {
      return chunk.queryChunks.map(toText).join('')
    }
    if (is(chunk, StringChunk)) {
      return chunk.value.join('')
    }
    if (is(chunk, Param)) {
      values.push(chunk.value)
      return '?'
    }
    if (is(chunk, Column)) {
      columns.push(chunk as unknown as PgColumn)
      return 'column'
    }
    return 'unknown'
  }
  const text = toText(where)
  const [first, ...others] = values
  if (text === 'column = ?') {
    return { columns, rows: [[first]] }
  }
  return /^\(column = \? and column in \[\?+\]\)$/.test(text)
    ? { columns, rows: others.map((other) => [first, other]) }
    : undefined
}
