import { and, eq, gt, inArray, or } from '@payloadcms/db-postgres/drizzle'
import { integer, pgTable, serial, varchar } from '@payloadcms/db-postgres/drizzle/pg-core'
import { describe, expect, it } from 'vitest'

import { findId, isOnly, readConditions, readKeys } from './readConditions.js'

const table = pgTable('texts', {
  id: serial('id').primaryKey(),
  parent: integer('parent_id'),
  path: varchar('path'),
})

describe('readKeys', () => {
  it('should read a value of one column, and a list of another', () => {
    const { parent, path } = table
    expect(readKeys(eq(parent, 7))).toEqual({ columns: [parent], rows: [[7]] })
    expect(readKeys(and(eq(parent, 7)))).toEqual({ columns: [parent], rows: [[7]] })
    expect(readKeys(and(eq(parent, 7), inArray(path, ['a', 'b'])))).toEqual({
      columns: [parent, path],
      rows: [
        [7, 'a'],
        [7, 'b'],
      ],
    })
  })

  it('should leave alone whatever else there is', () => {
    const { parent, path } = table
    for (const where of [
      gt(parent, 7),
      or(eq(parent, 7), eq(parent, 8)),
      and(eq(parent, 7), eq(path, 'a')),
      and(eq(parent, 7), inArray(path, ['a']), eq(path, 'a')),
      and(inArray(path, ['a']), eq(parent, 7)),
      eq(parent, table.id),
      undefined,
    ]) {
      expect(readKeys(where)).toBeUndefined()
    }
  })
})

describe('findId', () => {
  it('should find the id that is asked for, and nothing in any other condition', () => {
    const column = table.id
    expect(findId({ column, where: eq(column, 7) })).toBe(7)
    for (const where of [eq(table.parent, 7), gt(column, 7), and(eq(column, 7), eq(column, 7))]) {
      expect(findId({ column, where })).toBeUndefined()
    }
  })
})

describe('readConditions', () => {
  it('should read what must hold, however deep', () => {
    const conditions = readConditions({
      and: [{ and: [{ parent: { equals: 1 } }] }, { latest: { equals: true } }],
    })
    expect([...conditions!]).toEqual([
      ['parent equals', 1],
      ['latest equals', true],
    ])
    expect(isOnly({ conditions, names: ['latest equals', 'parent equals'] })).toBe(true)
    expect(isOnly({ conditions, names: ['parent equals'] })).toBe(false)
  })

  it('should read nothing where one of several holds, or a field is asked for twice', () => {
    expect(readConditions({ or: [{ id: { equals: 1 } }] })).toBeUndefined()
    expect(readConditions({ and: [{ id: { equals: 1 } }, { id: { equals: 2 } }] })).toBeUndefined()
    expect(readConditions(undefined)).toBeUndefined()
  })
})
