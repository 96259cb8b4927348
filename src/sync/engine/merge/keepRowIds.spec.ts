import type { FlattenedField } from 'payload'

import { expect, it } from 'vitest'

import { keepRowIds } from './keepRowIds.js'
import { readShape } from './readShape.js'

const toFields = (names: string[]): FlattenedField[] =>
  names.map((name) => ({ name, type: 'text' }) as FlattenedField)

const shape = readShape({
  flattenedFields: [
    {
      name: 'rows',
      type: 'array',
      flattenedFields: [
        ...toFields(['id', 'no', 'name']),
        { name: 'inner', type: 'array', flattenedFields: toFields(['id', 'name']) },
      ],
    },
  ] as unknown as FlattenedField[],
})

const keep = (current: unknown, said: unknown) =>
  keepRowIds({ current, field: shape.get('rows')!, said })

it('should know a row by what it holds, wherever it stands', () => {
  const current = [
    { id: 'a', name: 'one', no: '1' },
    { id: 'b', name: 'two', no: '2' },
  ]

  expect(
    keep(current, [
      { name: 'new', no: '3' },
      { name: 'two', no: '2' },
      { name: 'uno', no: '1' },
    ]),
  ).toEqual([
    { name: 'new', no: '3' },
    { id: 'b', name: 'two', no: '2' },
    { id: 'a', name: 'uno', no: '1' },
  ])
})

it('should take rows that share nothing for each other where as many are left', () => {
  const current = [
    { id: 'a', name: 'one' },
    { id: 'b', name: 'two' },
  ]

  expect(keep(current, [{ name: 'uno' }, { name: 'two' }])).toEqual([
    { id: 'a', name: 'uno' },
    { id: 'b', name: 'two' },
  ])
  expect(keep(current, [{ name: 'uno' }, { name: 'dos' }, { name: 'tres' }])).toEqual([
    { name: 'uno' },
    { name: 'dos' },
    { name: 'tres' },
  ])
})

it('should go on in rows of rows', () => {
  const current = [{ id: 'a', inner: [{ id: 'i', name: 'x' }], no: '1' }]

  expect(keep(current, [{ inner: [{ name: 'y' }], no: '1' }])).toEqual([
    { id: 'a', inner: [{ id: 'i', name: 'y' }], no: '1' },
  ])
})

it('should leave everything else as it was said', () => {
  expect(keep(null, [{ no: '1' }])).toEqual([{ no: '1' }])
  expect(keep([{ id: 'a' }], null)).toBeNull()
  expect(keep([{ id: 'a', no: '1' }], [{ id: 'said', no: '1' }])).toEqual([{ id: 'said', no: '1' }])
})
