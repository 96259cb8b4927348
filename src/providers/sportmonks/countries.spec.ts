import { describe, expect, it } from 'vitest'

import { toCountry } from './countries.js'

describe('toCountry', () => {
  it('should map name, code and flag', () => {
    expect(
      toCountry({ id: 1, name: 'Poland', image_path: 'https://x.test/pl.png', iso2: 'PL' }),
    ).toEqual({
      name: 'Poland',
      code: 'PL',
      flag: 'https://x.test/pl.png',
    })
  })

  it('should have no code where the provider has one that ISO does not know', () => {
    expect(toCountry({ id: 462, name: 'England', iso2: 'EN' })).toEqual({
      name: 'England',
      code: null,
    })
  })

  it('should leave out what was not sent and clear what was sent as null', () => {
    expect(toCountry({ id: 1, name: 'Europe', image_path: null, iso2: null })).toEqual({
      name: 'Europe',
      code: null,
      flag: null,
    })
    expect(toCountry({ id: 1, name: 'Europe' })).toEqual({ name: 'Europe' })
  })
})
