import { describe, expect, it } from 'vitest'

import { reference } from '../../sdk/index.js'
import { teamSchema, toTeam } from './teams.js'

describe('toTeam', () => {
  const row = {
    team: { id: 7, name: 'Sabah FA', country: 'New Zealand', founded: null, national: false },
    venue: { id: null, name: null, address: null, capacity: null, city: null },
  }

  it('should find the country in its hyphenated form, and bear a ground of which nothing is known', () => {
    expect(toTeam(teamSchema.parse(row))).toEqual({
      name: 'Sabah FA',
      country: reference({
        externalId: 'New-Zealand',
        resource: 'countries',
        stub: { name: 'New Zealand' },
      }),
      founded: null,
      isNational: false,
      venue: { name: null, capacity: null, city: null },
    })
  })

  it('should leave alone what was not sent', () => {
    expect(toTeam(teamSchema.parse({ team: { id: 7, name: 'Sabah FA' } }))).toEqual({
      name: 'Sabah FA',
    })
  })
})
