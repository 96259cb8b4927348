import type { FlattenedField } from 'payload'

import { describe, expect, it } from 'vitest'

import type { JsonObject } from '../../../shared/json.js'

import { hasOtherWord } from './hasOtherWord.js'
import { readShape } from './readShape.js'

const text = (name: string) => ({ name, type: 'text' }) as FlattenedField

const shelf = {
  name: 'shelf',
  type: 'group',
  fields: [],
  flattenedFields: [text('city'), text('street')],
} as FlattenedField

type HasArgs = {
  base: JsonObject
  document: JsonObject
  fields: FlattenedField[]
  unsteadyFields: string[]
}

const has = ({ base, document, fields, unsteadyFields }: HasArgs): boolean =>
  hasOtherWord({
    base,
    document,
    resource: {
      isSameSpelling: ({ before, now }) => before.toLowerCase() === now.toLowerCase(),
      unsteadyFields,
    },
    shape: readShape({ flattenedFields: fields }),
  })

describe('hasOtherWord', () => {
  it('should tell another word from another spelling', () => {
    const args = { base: { author: 'Poe' }, fields: [text('author')], unsteadyFields: ['author'] }

    expect(has({ ...args, document: { author: 'POE' } })).toBe(false)
    expect(has({ ...args, document: { author: 'Bly' } })).toBe(true)
    expect(has({ ...args, document: { author: null } })).toBe(true)
    expect(has({ ...args, document: {} })).toBe(false)
  })

  it('should find nothing in a field that the collection dropped', () => {
    const args = {
      base: { title: 'Book' },
      document: { author: 'Poe', shelf: { city: 'Paisley' }, title: 'Book' },
      fields: [text('title')],
    }

    expect(has({ ...args, unsteadyFields: ['author'] })).toBe(false)
    expect(has({ ...args, unsteadyFields: ['shelf.city'] })).toBe(false)
    expect(has({ ...args, unsteadyFields: ['shelf'] })).toBe(false)
  })

  it('should look at what is left of a group that lost a field', () => {
    const args = {
      base: { shelf: { city: 'Paisley' } },
      fields: [{ ...shelf, flattenedFields: [text('city')] } as FlattenedField],
      unsteadyFields: ['shelf'],
    }

    expect(has({ ...args, document: { shelf: { city: 'PAISLEY', street: 'A1' } } })).toBe(false)
    expect(has({ ...args, document: { shelf: { city: 'Oban', street: 'A1' } } })).toBe(true)
  })

  it('should take a group that is cleared for cleared in each of its fields', () => {
    const args = { document: { shelf: null }, fields: [shelf], unsteadyFields: ['shelf'] }

    expect(has({ ...args, base: { shelf: { city: null, street: null } } })).toBe(false)
    expect(has({ ...args, base: { shelf: { city: 'Oban', street: null } } })).toBe(true)
  })

  it('should look into the value of a field that holds more', () => {
    const args = {
      base: { details: { author: 'Poe', pages: 1 } },
      fields: [{ name: 'details', type: 'json' } as FlattenedField],
      unsteadyFields: ['details.author'],
    }

    expect(has({ ...args, document: { details: { author: 'POE', pages: 2 } } })).toBe(false)
    expect(has({ ...args, document: { details: { author: 'Bly', pages: 1 } } })).toBe(true)
  })
})
