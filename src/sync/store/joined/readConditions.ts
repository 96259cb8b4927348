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
