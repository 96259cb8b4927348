import { describe, expect, it } from 'vitest'

import { toSeason } from './seasons.js'

describe('toSeason', () => {
  it('should map a season that is current and finished: between two seasons it is both', () => {
    expect(
      toSeason({
        id: 91001,
        name: '2030/2031',
        ending_at: '2031-05-24',
        finished: true,
        is_current: true,
        league_id: 9101,
        starting_at: '2030-08-16',
      }),
    ).toEqual({
      name: '2030/2031',
      endDate: '2031-05-24T12:00:00.000Z',
      isCurrent: true,
      isFinished: true,
      league: { externalId: '9101', kind: 'sync-reference', resource: 'leagues' },
      startDate: '2030-08-16T12:00:00.000Z',
      year: 2030,
    })
  })

  it('should know the year of a season that is named after one', () => {
    expect(toSeason({ id: 1, name: '2031', league_id: 1 }).year).toBe(2031)
  })

  it('should take the year from the dates where the name has none', () => {
    expect(toSeason({ id: 1, name: 'Finals', league_id: 1, starting_at: '2031-06-01' }).year).toBe(
      2031,
    )
  })

  it('should clear dates that are null', () => {
    expect(
      toSeason({ id: 1, name: '2031', ending_at: null, league_id: 1, starting_at: null }),
    ).toMatchObject({ endDate: null, startDate: null })
  })
})
