import { describe, expect, it } from 'vitest'

import type { FieldShape } from './readShape.js'

import { flatten, unflatten } from './flatten.js'

const field = (type: FieldShape['type'], isLocalized = false): FieldShape => ({
  type,
  defaultValue: undefined,
  ...(isLocalized && { localeAt: 0 }),
})

const shape = new Map([
  ['events', field('json')],
  ['title', field('text', true)],
  ['venue.city', field('text')],
  ['venue.ground.name', field('text')],
])

type ReadArgs = { document: Record<string, unknown>; locale?: string }

const read = (args: ReadArgs): Record<string, unknown> =>
  Object.fromEntries(flatten({ ...args, shape }))

describe('flatten', () => {
  it('should name the fields of groups by their path', () => {
    const document = { venue: { city: 'Paisley', ground: { name: 'Old ground' } } }

    expect(read({ document })).toEqual({
      'venue.city': 'Paisley',
      'venue.ground.name': 'Old ground',
    })
  })

  it('should tell a field that is null from one that is not there', () => {
    expect(read({ document: { venue: { city: null } } })).toEqual({ 'venue.city': null })
  })

  it('should leave out a field that is undefined', () => {
    expect(read({ document: { events: undefined } })).toEqual({})
  })

  it('should take a group that is null for null in each of its fields', () => {
    expect(read({ document: { venue: null } })).toEqual({
      'venue.city': null,
      'venue.ground.name': null,
    })
  })

  it('should leave out what the collection does not have', () => {
    expect(read({ document: { referee: 'Somebody', venue: { capacity: 10 } } })).toEqual({})
  })

  it('should keep JSON as one value', () => {
    expect(read({ document: { events: { goals: [1] } } })).toEqual({ events: { goals: [1] } })
  })

  it('should give nothing for a group that holds something else', () => {
    expect(read({ document: { venue: 'Paisley' } })).toEqual({})
  })

  it('should pick one locale of a localized field', () => {
    const document = { title: { de: 'Spiel', en: 'Game' } }

    expect(read({ document, locale: 'en' })).toEqual({ title: 'Game' })
  })

  it('should take a locale without a value for null', () => {
    expect(read({ document: { title: { de: 'Spiel' } }, locale: 'en' })).toEqual({ title: null })
  })

  it('should take a localized field as it is where no locale is named', () => {
    expect(read({ document: { title: 'Game' } })).toEqual({ title: 'Game' })
  })

  it('should take a localized field that is null for null', () => {
    expect(read({ document: { title: null }, locale: 'en' })).toEqual({ title: null })
  })
})

describe('unflatten', () => {
  it('should build groups from paths', () => {
    const values = new Map<string, unknown>([
      ['events', []],
      ['venue.city', 'Paisley'],
      ['venue.ground.name', null],
    ])

    expect(unflatten(values)).toEqual({
      events: [],
      venue: { city: 'Paisley', ground: { name: null } },
    })
  })

  it('should undo flatten', () => {
    const document = {
      events: [{ minute: 4 }],
      title: 'Game',
      venue: { city: null, ground: { name: 'Old ground' } },
    }

    expect(unflatten(flatten({ document, shape }))).toEqual(document)
  })

  it('should make nothing of nothing', () => {
    expect(unflatten(new Map())).toEqual({})
  })
})
