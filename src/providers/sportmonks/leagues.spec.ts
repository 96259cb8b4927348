import { describe, expect, it } from 'vitest'

import { toLeague } from './leagues.js'

describe('toLeague', () => {
  it.each([
    { expected: 'league', subType: 'domestic' },
    { expected: 'cup', subType: 'domestic_cup' },
    { expected: 'cup', subType: 'cup_international' },
    { expected: 'friendly', subType: 'friendly' },
    { expected: 'other', subType: 'play-offs' },
    { expected: 'other', subType: 'something new' },
    { expected: null, subType: null },
  ])('should take sub-type $subType for $expected', ({ expected, subType }) => {
    expect(toLeague({ id: 1, name: 'A', sub_type: subType }).type).toBe(expected)
  })

  it('should point to its country by id', () => {
    expect(toLeague({ id: 1, name: 'A', active: true, country_id: 320, image_path: null })).toEqual(
      {
        name: 'A',
        active: true,
        country: { externalId: '320', kind: 'sync-reference', resource: 'countries' },
        logo: null,
      },
    )
  })
})
