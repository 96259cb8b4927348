import type { FlattenedField } from 'payload'

import { describe, expect, it } from 'vitest'

import { mergeValues } from '../mergeValues.js'
import { readShape } from '../readShape.js'

type Rows = Record<string, unknown>[]

const toFields = (names: string[]): FlattenedField[] =>
  names.map((name) => ({ name, type: 'text' }) as FlattenedField)

const artists = {
  name: 'artists',
  type: 'array',
  flattenedFields: toFields(['id', 'key', 'role', 'note']),
}

const shape = readShape({
  flattenedFields: [
    {
      name: 'tracks',
      type: 'array',
      flattenedFields: [...toFields(['id', 'isrc', 'name', 'price', 'note']), artists],
    },
    {
      name: 'body',
      type: 'blocks',
      blocks: [
        { slug: 'quote', flattenedFields: toFields(['id', 'key', 'text']) },
        { slug: 'image', flattenedFields: toFields(['id', 'key', 'url']) },
      ],
    },
  ] as unknown as FlattenedField[],
})

const ROW_IDS: Record<string, string> = {
  body: 'key',
  tracks: 'isrc',
  'tracks.artists': 'key',
}

type MergeArgs = {
  base: null | Rows | undefined
  current: null | Rows
  incoming: null | Rows
  path?: string
  stored?: Rows
}

const merge = ({ base, current, incoming, path = 'tracks', stored }: MergeArgs) => {
  const { changes, conflicts, differing } = mergeValues({
    base: new Map(base === undefined ? [] : [[path, base]]),
    current: new Map([[path, current]]),
    incoming: new Map([[path, incoming]]),
    rowIdOf: (list) => ROW_IDS[list],
    shape,
    stored: new Map(stored ? [[path, stored]] : []),
  })
  return { conflicts, differing, rows: changes.get(path) }
}

const A = { name: 'one', isrc: 'A', price: '1' }
const B = { name: 'two', isrc: 'B', price: '2' }
const held = (row: object, more: object = {}) => ({
  id: `id-${JSON.stringify(row)}`,
  ...row,
  ...more,
})

describe('mergeRows', () => {
  it('should merge each row field by field, and keep its id', () => {
    const a = held(A, { price: '9' })
    const b = held(B, { note: 'mine' })

    expect(merge({ base: [A, B], current: [a, b], incoming: [A, { ...B, price: '5' }] })).toEqual({
      conflicts: [],
      differing: ['tracks'],
      rows: [a, { ...b, price: '5' }],
    })
  })

  it("should put the provider's order first, and rows of editors after", () => {
    const own = held({ name: 'mine', isrc: 'OWN' })
    const unnamed = held({ name: 'without an id' })
    const [a, b] = [held(A), held(B)]
    const C = { name: 'three', isrc: 'C' }

    const { conflicts, rows } = merge({
      base: [A, B],
      current: [own, a, unnamed, b],
      incoming: [C, B, A],
    })

    expect(conflicts).toEqual([])
    expect(rows).toEqual([C, b, a, own, unnamed])
  })

  it('should take out a dropped row that nobody changed, also one that a hook rewrote', () => {
    const b = held(B, { name: 'TWO' })

    expect(
      merge({
        base: [A, B],
        current: [held(A), b],
        incoming: [A],
        stored: [{ name: 'TWO', isrc: 'B' }],
      }),
    ).toEqual({ conflicts: [], differing: [], rows: [held(A)] })
  })

  it('should keep a dropped row that an editor changed, and tell of it', () => {
    const b = held(B, { note: 'mine' })

    const { conflicts, rows } = merge({
      base: [A, B],
      current: [held(A), b],
      incoming: [{ ...A, price: '3' }],
    })

    expect(rows).toEqual([held(A, { price: '3' }), b])
    expect(conflicts).toEqual([{ base: B, current: b, field: 'tracks.B', incoming: null }])
  })

  it('should leave out what an editor took out, and tell when the provider changes it', () => {
    const taken = { base: [A, B], current: [held(A)] }

    expect(merge({ ...taken, incoming: [{ ...A, price: '3' }, B] })).toEqual({
      conflicts: [],
      differing: ['tracks'],
      rows: [held(A, { price: '3' })],
    })
    expect(merge({ ...taken, incoming: [A, { ...B, price: '3' }] }).conflicts).toEqual([
      { base: B, current: null, field: 'tracks.B', incoming: { ...B, price: '3' } },
    ])
  })

  it('should merge rows in rows', () => {
    const said = { ...A, artists: [{ key: 'x', role: 'voice' }] }
    const row = held(A, { artists: [{ id: 'i', key: 'x', note: 'mine', role: 'voice' }] })

    expect(
      merge({
        base: [said],
        current: [row],
        incoming: [
          {
            ...A,
            artists: [
              { key: 'y', role: 'drums' },
              { key: 'x', role: 'bass' },
            ],
          },
        ],
      }).rows,
    ).toEqual([
      {
        ...row,
        artists: [
          { key: 'y', role: 'drums' },
          { id: 'i', key: 'x', note: 'mine', role: 'bass' },
        ],
      },
    ])
  })

  it('should merge blocks, each by its own fields', () => {
    const quote = { blockType: 'quote', key: 'q', text: 'a' }
    const image = { blockType: 'image', key: 'i', url: 'u' }

    expect(
      merge({
        base: [quote, image],
        current: [held(quote, { text: 'mine' }), held(image, { blockName: 'Cover' })],
        incoming: [quote, { ...image, url: 'v' }],
        path: 'body',
      }).rows,
    ).toMatchObject([{ text: 'mine' }, { blockName: 'Cover', url: 'v' }])
  })

  it.each([
    ['a row without an id', [A, { name: 'no id' }]],
    ['an id that comes twice', [A, A]],
  ])('should take the list for one value with %s', (_name, incoming) => {
    const current = [held(A, { price: '9' })]

    expect(merge({ base: [A], current, incoming })).toMatchObject({
      conflicts: [{ field: 'tracks' }],
      rows: undefined,
    })
  })

  it('should fill a list that nobody ever filled', () => {
    expect(merge({ base: undefined, current: null, incoming: [A] })).toEqual({
      conflicts: [],
      differing: [],
      rows: [A],
    })
  })

  it('should empty a list that the provider clears', () => {
    expect(merge({ base: [A], current: [held(A)], incoming: null })).toEqual({
      conflicts: [],
      differing: [],
      rows: [],
    })
  })
})
