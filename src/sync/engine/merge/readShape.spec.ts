import type { FlattenedField } from 'payload'

import { describe, expect, it } from 'vitest'

import { readShape } from './readShape.js'

const read = (flattenedFields: FlattenedField[]) =>
  Object.fromEntries(readShape({ flattenedFields }))

describe('readShape', () => {
  it('should tell the type of a field, and whether it has a value per locale', () => {
    expect(read([{ name: 'title', type: 'text', localized: true }])).toEqual({
      title: { type: 'text', defaultValue: undefined, localeAt: 0 },
    })
  })

  it('should tell a day without a time from a moment', () => {
    const day = { date: { pickerAppearance: 'dayOnly' } } as const
    const shape = read([
      { name: 'bornOn', type: 'date', admin: day },
      { name: 'startsAt', type: 'date' },
    ])

    expect(shape.bornOn).toMatchObject({ isDay: true })
    expect(shape.startsAt).not.toHaveProperty('isDay')
  })

  it('should name the fields of a group, and those of a group in it, by their path', () => {
    const city: FlattenedField = { name: 'city', type: 'text' }
    const ground: FlattenedField = {
      name: 'ground',
      type: 'group',
      fields: [city],
      flattenedFields: [city],
    }
    const venue: FlattenedField = {
      name: 'venue',
      type: 'group',
      fields: [ground],
      flattenedFields: [ground],
    }

    expect(Object.keys(read([venue]))).toEqual(['venue.ground.city'])
  })

  it('should tell a default value, but not one that has to be computed', () => {
    const shape = read([
      { name: 'active', type: 'checkbox', defaultValue: false },
      { name: 'year', type: 'number', defaultValue: () => 2026 },
    ])

    expect(shape).toMatchObject({
      active: { defaultValue: false },
      year: { defaultValue: undefined },
    })
  })
})
