import type { FlattenedField } from 'payload'

import { describe, expect, it } from 'vitest'

import { reference } from '../../../../sdk/index.js'
import { readShape } from '../readShape.js'
import { findMisfits } from './findMisfits.js'

type FindArgs = { document: Record<string, unknown>; fields: FlattenedField[] }

const find = ({ document, fields }: FindArgs) =>
  findMisfits({
    collections: new Map([['tags', 'tags']]),
    document,
    idTypeOf: (slug) => (slug === 'words' ? 'text' : 'number'),
    shape: readShape({ flattenedFields: fields }),
  })

const toField = (type: string): FlattenedField =>
  ({
    name: 'field',
    type,
    ...(['relationship', 'upload'].includes(type) && { relationTo: 'tags' }),
    ...(['radio', 'select'].includes(type) && { options: ['x'] }),
  }) as FlattenedField

const RICH = { root: { children: [] } }

describe('findMisfits', () => {
  it.each<[string, unknown]>([
    ['text', 'a'],
    ['text', ''],
    ['textarea', 'a'],
    ['code', 'let x'],
    ['email', 'a@b.de'],
    ['number', 0],
    ['number', -1.5],
    ['checkbox', false],
    ['date', '2026-05-01'],
    ['date', '2026-05-01T12:00:00+02:00'],
    ['date', '0001-01-01T00:00:00.000Z'],
    ['select', 'x'],
    ['radio', 'x'],
    ['point', [10, -20.5]],
    ['richText', RICH],
    ['richText', [{ children: [{ text: 'a' }] }]],
    ['json', 'anything'],
    ['json', { a: [1] }],
    ['relationship', 7],
    ['relationship', '7'],
    ['relationship', reference({ externalId: '1', resource: 'tags' })],
    ['upload', 7],
    ['array', []],
  ])('should let a %s field have %j', (type, field) => {
    const fields = [{ ...toField(type), flattenedFields: [] } as unknown as FlattenedField]

    expect(find({ document: { field }, fields })).toEqual([])
    expect(find({ document: { field: null }, fields })).toEqual([])
    expect(find({ document: { field: undefined }, fields })).toEqual([])
  })

  it.each<[string, unknown]>([
    ['text', { en: 'a' }],
    ['text', ['a']],
    ['text', 5],
    ['text', true],
    ['textarea', {}],
    ['code', 1],
    ['email', ['a@b.de']],
    ['number', '5'],
    ['number', 'text'],
    ['number', {}],
    ['number', [1]],
    ['checkbox', 'true'],
    ['checkbox', 1],
    ['date', 'soon'],
    ['date', 'round 3'],
    ['date', 1_780_000_000],
    ['date', '+010000-01-01T00:00:00.000Z'],
    ['date', '-000001-01-01T00:00:00.000Z'],
    ['date', '0000-00-00'],
    ['date', {}],
    ['select', 1],
    ['radio', ['x']],
    ['point', [1]],
    ['point', '1,2'],
    ['richText', 'text'],
    ['richText', { text: 'a' }],
    ['richText', { root: 'a' }],
    ['richText', ['a']],
    ['relationship', 'https://example.com'],
    ['relationship', { id: 7 }],
    ['relationship', [7]],
    ['relationship', 1.5],
    ['upload', 'https://example.com/a.png'],
    ['upload', { url: 'https://example.com/a.png' }],
    ['array', { 0: {} }],
    ['array', 'a'],
    ['array', ['a']],
    ['group', 'a'],
    ['group', [1]],
  ])('should refuse %j for a %s field by name', (type, field) => {
    const inner = { name: 'inner', type: 'text' }
    const fields = [{ ...toField(type), flattenedFields: [inner] } as unknown as FlattenedField]

    const [misfit, ...others] = find({ document: { field }, fields })

    expect(misfit).toMatchObject({
      given: expect.any(String) as string,
      path: expect.stringMatching(/^field/) as string,
      wants: expect.any(String) as string,
    })
    expect(others).toEqual([])
  })

  it('should look at each item of a field with many', () => {
    const fields = ['text', 'number', 'select', 'relationship'].map(
      (type) => ({ ...toField(type), name: type, hasMany: true }) as FlattenedField,
    )

    expect(
      find({ document: { number: [1], relationship: [7], select: ['x'], text: ['a'] }, fields }),
    ).toEqual([])
    expect(
      find({
        document: { number: [1, 'b'], relationship: ['x'], select: 'x', text: ['a', {}] },
        fields,
      }).map(({ given, path }) => [path, given]),
    ).toEqual([
      ['number', '"b"'],
      ['relationship', '"x"'],
      ['select', '"x"'],
      ['text', '{}'],
    ])
  })

  it('should look into groups, rows and blocks, and name the row', () => {
    const price: FlattenedField = { name: 'price', type: 'number' }
    const fields = [
      { name: 'place', type: 'group', fields: [], flattenedFields: [price] },
      { name: 'tracks', type: 'array', fields: [], flattenedFields: [price] },
      { name: 'body', type: 'blocks', blocks: [{ slug: 'offer', flattenedFields: [price] }] },
    ] as unknown as FlattenedField[]

    expect(
      find({
        document: {
          body: [{ blockType: 'offer', price: 'a' }, { blockType: 'strange' }],
          place: { price: 'b' },
          tracks: [{ price: 1 }, { price: 'c' }],
        },
        fields,
      }).map(({ path }) => path),
    ).toEqual(['body.0.price', 'body.1.blockType', 'place.price', 'tracks.1.price'])
  })

  it('should know which collections a field points to', () => {
    const fields = [
      { name: 'one', type: 'relationship', relationTo: 'users' },
      { name: 'any', type: 'relationship', relationTo: ['users', 'words'] },
    ] as FlattenedField[]
    const tag = reference({ externalId: '1', resource: 'tags' })

    expect(
      find({ document: { any: { relationTo: 'words', value: 'a' }, one: 3 }, fields }),
    ).toEqual([])
    expect(find({ document: { any: tag, one: tag }, fields })).toEqual([
      {
        given: 'a reference to tags 1',
        path: 'any',
        wants:
          'a reference to a record of users or words, or { relationTo, value } with the id of a document',
      },
      {
        given: 'a reference to tags 1',
        path: 'one',
        wants: 'a reference to a record of users, or the id of a document of it',
      },
    ])
    expect(find({ document: { any: 3 }, fields })).toHaveLength(1)
    expect(find({ document: { any: { relationTo: 'tags', value: 3 } }, fields })).toHaveLength(1)
  })

  it('should show no more of a value than a person reads', () => {
    const [misfit] = find({
      document: { field: ['a'.repeat(500)] },
      fields: [toField('text')],
    })

    expect(misfit!.given.length).toBeLessThanOrEqual(80)
  })
})
