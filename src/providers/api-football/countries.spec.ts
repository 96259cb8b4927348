import { describe, expect, it } from 'vitest'

import { countrySchema, toCountry } from './countries.js'

describe('toCountry', () => {
  it.each([
    ['GB', 'GB'],
    ['GB-ENG', 'GB-ENG'],
    ['England', null],
    [null, null],
  ])('should make of the code %s %s', (code, expected) => {
    expect(toCountry(countrySchema.parse({ name: 'England', code, flag: null }))).toEqual({
      name: 'England',
      code: expected,
      flag: null,
    })
  })
})
