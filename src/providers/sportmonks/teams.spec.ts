import { describe, expect, it } from 'vitest'

import { toTeam } from './teams.js'

describe('toTeam', () => {
  it('should map a club with its ground', () => {
    expect(
      toTeam({
        id: 9201,
        name: 'Port Amber',
        type: 'domestic',
        country_id: 9001,
        founded: 1899,
        gender: 'female',
        image_path: 'https://x.test/9201.png',
        short_code: 'AMB',
        venue: { id: 9301, name: 'Quay Park', capacity: 12000, city_name: 'Amber' },
      }),
    ).toEqual({
      name: 'Port Amber',
      code: 'AMB',
      country: { externalId: '9001', kind: 'sync-reference', resource: 'countries' },
      founded: 1899,
      gender: 'female',
      isNational: false,
      logo: 'https://x.test/9201.png',
      venue: { name: 'Quay Park', capacity: 12000, city: 'Amber' },
    })
  })

  it('should give a placeholder that became a team its real name under the same id', () => {
    const placeholder = toTeam({
      id: 9299,
      name: '2nd position Group A',
      placeholder: true,
      short_code: null,
    })
    const real = toTeam({ id: 9299, name: 'Stone Vale', placeholder: false, short_code: 'STV' })

    expect(placeholder).toEqual({
      name: '2nd position Group A',
      code: null,
      isPlaceholder: true,
    })
    expect(real).toEqual({ name: 'Stone Vale', code: 'STV', isPlaceholder: false })
  })

  it('should know a national team and a gender nobody has listed', () => {
    expect(toTeam({ id: 1, name: 'A', type: 'national', gender: 'other' })).toMatchObject({
      gender: null,
      isNational: true,
    })
  })

  it('should empty the ground of a team without one and leave it alone where it was not included', () => {
    expect(toTeam({ id: 1, name: 'A', venue: null }).venue).toEqual({
      name: null,
      capacity: null,
      city: null,
    })
    expect(toTeam({ id: 1, name: 'A' })).not.toHaveProperty('venue')
  })
})
