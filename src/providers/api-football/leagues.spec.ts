import { describe, expect, it } from 'vitest'

import { createLeagueRow } from '../../../test/fixtures/api-football/createLeagueRow.js'
import { reference } from '../../sdk/index.js'
import { leagueSchema, toLeague } from './leagues.js'

describe('toLeague', () => {
  it.each([
    ['League', 'league'],
    ['Cup', 'cup'],
    ['Tour', 'other'],
  ])('should map the type %s to %s and point to the country by its name', (type, expected) => {
    const { country, league } = createLeagueRow()

    expect(toLeague(leagueSchema.parse({ country, league: { ...league, type } }))).toEqual({
      name: 'Harbour League',
      type: expected,
      country: reference({
        externalId: 'Amberland',
        resource: 'countries',
        stub: { name: 'Amberland' },
      }),
      logo: 'https://media.example.test/9101.png',
    })
  })
})
