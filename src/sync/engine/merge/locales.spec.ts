import type { FlattenedField } from 'payload'

import { describe, expect, it } from 'vitest'

import { describeShape } from './describeShape.js'
import { findUnknownFields } from './findUnknownFields.js'
import { flatten } from './flatten.js'
import { isByLocale } from './isByLocale.js'
import { isSameValue } from './isSameValue.js'
import { readShape } from './readShape.js'

const text = (name: string, localized = false) => ({ name, type: 'text', localized })

/** A block that may stand inside itself. */
const box = {
  slug: 'box',
  flattenedFields: [
    text('label', true),
    { name: 'inside', type: 'blocks', blockReferences: ['box'], blocks: [] },
  ],
}

const shape = readShape({
  blocks: { box } as never,
  flattenedFields: [
    text('plain'),
    { name: 'place', type: 'group', flattenedFields: [text('hall')], localized: true },
    { name: 'more', type: 'tab', flattenedFields: [text('motto', true)] },
    {
      name: 'tracks',
      type: 'array',
      flattenedFields: [
        text('id'),
        text('name', true),
        { name: 'by', type: 'group', flattenedFields: [text('role', true)] },
        { name: 'when', type: 'date' },
        { name: 'active', type: 'checkbox', defaultValue: true },
      ],
    },
    { name: 'parts', type: 'array', flattenedFields: [text('name', true)], localized: true },
    { name: 'body', type: 'blocks', blockReferences: ['box'], blocks: [] },
  ] as unknown as FlattenedField[],
})

describe('what a stored document holds in one locale', () => {
  it('should be found in groups, tabs, rows, blocks and lists of a locale', () => {
    const document = {
      body: [
        {
          id: 'b',
          blockName: 'First',
          blockType: 'box',
          inside: [{ blockType: 'box', label: { de: 'Innen', en: 'inner' } }],
          label: { de: 'Kiste', en: 'box' },
        },
      ],
      more: { motto: { de: 'Motto' } },
      parts: { de: [{ name: 'Teil' }], en: [{ name: 'part' }] },
      place: { de: { hall: 'Halle' }, en: { hall: 'hall' } },
      tracks: [{ id: 'a', name: { de: 'eins', en: 'one' }, by: { role: { en: 'voice' } } }],
    }

    expect(Object.fromEntries(flatten({ document, locale: 'en', shape }))).toEqual({
      body: [
        {
          id: 'b',
          blockName: 'First',
          blockType: 'box',
          inside: [{ blockType: 'box', label: 'inner' }],
          label: 'box',
        },
      ],
      'more.motto': null,
      parts: [{ name: 'part' }],
      'place.hall': 'hall',
      tracks: [{ id: 'a', name: 'one', by: { role: 'voice' } }],
    })
  })

  it('should be told of a field, also where only a row of it differs by locale', () => {
    const byLocale = [...shape].filter(([, field]) => isByLocale({ field })).map(([path]) => path)

    expect(byLocale).toEqual(['place.hall', 'more.motto', 'tracks', 'parts', 'body'])
  })
})

describe('rows', () => {
  const isSame = (a: unknown, b: unknown): boolean =>
    isSameValue({ a, b, field: shape.get('tracks')! })

  it('should be the same without the ids and the defaults that Payload adds', () => {
    expect(
      isSame(
        [{ name: 'one', when: '2026-01-01' }],
        [
          {
            id: 'a',
            name: 'one',
            active: true,
            by: { role: null },
            when: '2026-01-01T00:00:00.000Z',
          },
        ],
      ),
    ).toBe(true)
    expect(isSame([], null)).toBe(true)
  })

  it('should differ in order, number and in what one holds', () => {
    expect(isSame([{ name: 'one' }, { name: 'two' }], [{ name: 'two' }, { name: 'one' }])).toBe(
      false,
    )
    expect(isSame([{ name: 'one' }], [{ name: 'one' }, {}])).toBe(false)
    expect(isSame([{ active: false }], [{ active: true }])).toBe(false)
    expect(isSame([{ name: 'one' }], null)).toBe(false)
  })

  it('should be without what they have no field for, which is told once', () => {
    const document = {
      tracks: [
        { name: 'one', prise: 1 },
        { by: { rule: 'x' }, prise: 2 },
      ],
    }

    expect(flatten({ document, shape }).get('tracks')).toEqual([{ name: 'one' }, {}])
    expect(findUnknownFields({ document, shape })).toEqual(['tracks.prise', 'tracks.by.rule'])
  })
})

it('should describe fields as JSON, and another one differently', () => {
  const described = describeShape({ shape })

  expect(JSON.parse(JSON.stringify(described))).toEqual(described)
  expect(JSON.stringify(described)).toContain('"name"')
  const other = readShape({
    flattenedFields: [
      { name: 'tracks', type: 'array', flattenedFields: [text('name')] },
    ] as unknown as FlattenedField[],
  })
  expect(JSON.stringify(describeShape({ shape: other }))).not.toBe(JSON.stringify(described))
})
