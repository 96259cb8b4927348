import { describe, expect, it } from 'vitest'

import { createLeagueRow } from '../../../test/fixtures/api-football/createLeagueRow.js'
import { reference } from '../../sdk/index.js'
import { seasonSchema, toSeason, toSeasonId } from './seasons.js'

describe('toSeason', () => {
  const map = (season: { current?: boolean; end?: string; start: string; year: number }) => {
    const [row] = createLeagueRow({ seasons: [season] }).seasons
    return seasonSchema.parse({ ...row, leagueId: 9101 })
  }

  it('should map dates, league and what the provider has for it', () => {
    const season = map({ current: true, end: '2031-05-25', start: '2030-08-16', year: 2030 })

    expect(toSeasonId(season)).toBe('9101:2030:2030-08-16')
    expect(toSeason(season)).toEqual({
      name: '2030/2031',
      coverage: {
        events: true,
        fixtures: true,
        injuries: false,
        lineups: true,
        odds: false,
        players: true,
        predictions: true,
        standings: true,
        statistics: false,
      },
      endDate: '2031-05-25T12:00:00.000Z',
      isCurrent: true,
      league: reference({ externalId: '9101', resource: 'leagues' }),
      startDate: '2030-08-16T12:00:00.000Z',
      year: 2030,
    })
  })

  it.each([
    { name: '2030', end: '2030-11-01', start: '2030-02-01', year: 2030 },
    { name: '2020', end: '2020-07-01', start: '2019-03-21', year: 2020 },
    { name: '2022', end: '2023-06-17', start: '2023-03-11', year: 2022 },
  ])('should call the season of $year from $start to $end $name', ({ name, ...season }) => {
    expect(toSeason(map(season)).name).toBe(name)
  })

  it('should keep two seasons of one league and year apart by their first day', () => {
    const ids = ['2018-02-10', '2018-10-27'].map((start) => toSeasonId(map({ start, year: 2018 })))

    expect(new Set(ids).size).toBe(2)
  })
})
