import type { FlattenedField } from 'payload'

import { expect, it } from 'vitest'

import { readShape } from '../readShape.js'
import { keepRowIds } from './keepRowIds.js'

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

it('should know thousands of rows again without comparing each with all others', () => {
  const rows = [...Array(2000).keys()]
  const current = rows.map((row) => ({ id: `id-${row}`, name: 'alike', no: `${row}` }))
  const field = shape.get('rows')!
  let looks = 0
  const counted = {
    ...field,
    rowShape: (type: unknown) => {
      looks += 1
      return field.rowShape?.(type)
    },
  }
  const keepCounted = (said: { name: string; no: string }[]) =>
    keepRowIds({ current, field: counted, said }) as { id?: string; no: string }[]

  const moved = rows.map((row) => ({ name: 'renamed', no: `${row}` })).reverse()
  expect(keepCounted([{ name: 'renamed', no: 'new' }, ...moved])).toEqual([
    { name: 'renamed', no: 'new' },
    ...moved.map((row) => ({ ...row, id: `id-${row.no}` })),
  ])
  // Of what all of them say nothing can be told, so their order does.
  const renumbered = rows.map((row) => ({ name: 'alike', no: `other ${row}` }))
  expect(keepCounted(renumbered)).toEqual(
    renumbered.map((row, index) => ({ ...row, id: `id-${index}` })),
  )
  expect(keepCounted(current.map(({ name, no }) => ({ name, no })))).toEqual(
    current.map(({ id, name, no }) => ({ id, name, no })),
  )
  expect(looks).toBeLessThan(20 * 3 * rows.length)
})

it('should give each of several equal rows an id of its own', () => {
  const current = [
    { id: 'a', name: 'same' },
    { id: 'b', name: 'same' },
  ]

  expect(keep(current, [{ name: 'same' }, { name: 'same' }, { name: 'same' }])).toEqual([
    { id: 'a', name: 'same' },
    { id: 'b', name: 'same' },
    { name: 'same' },
  ])
})
