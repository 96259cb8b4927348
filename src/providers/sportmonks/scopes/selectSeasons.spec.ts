import { describe, expect, it } from 'vitest'

import type { SeasonCandidate } from './selectSeasons.js'

import { selectSeasons } from './selectSeasons.js'

const season = (changes: { id: number } & Partial<SeasonCandidate>): SeasonCandidate => ({
  isCurrent: false,
  leagueId: 8,
  ...changes,
})

const idsOf = (args: Parameters<typeof selectSeasons>[0]) => selectSeasons(args).map(({ id }) => id)

describe('selectSeasons', () => {
  it('should take the current season of each league', () => {
    const seasons = [
      season({ id: 1 }),
      season({ id: 2, isCurrent: true }),
      season({ id: 3, isCurrent: true, leagueId: 9 }),
    ]

    expect(idsOf({ seasons, wanted: 'current' })).toEqual([2, 3])
  })

  it('should take both where a league has two', () => {
    const seasons = [season({ id: 1, isCurrent: true }), season({ id: 2, isCurrent: true })]

    expect(idsOf({ seasons, wanted: 'current' })).toEqual([1, 2])
  })

  it('should take the newest by its dates where a league has none, whatever the ids say', () => {
    const seasons = [
      season({ id: 30, startDate: '2029-08-01' }),
      season({ id: 10, startDate: '2030-08-01' }),
      season({ id: 40, startDate: null }),
    ]

    expect(idsOf({ seasons, wanted: 'current' })).toEqual([10])
  })

  it('should fall back to the end and then to the id where dates do not decide', () => {
    const startDate = '2030-08-01'

    expect(
      idsOf({
        seasons: [
          season({ id: 1, endDate: '2031-06-01', startDate }),
          season({ id: 2, endDate: '2031-05-01', startDate }),
        ],
        wanted: 'current',
      }),
    ).toEqual([1])
    expect(idsOf({ seasons: [season({ id: 1 }), season({ id: 2 })], wanted: 'current' })).toEqual([
      2,
    ])
  })

  it('should take all, or those that are named', () => {
    const seasons = [season({ id: 1 }), season({ id: 2 }), season({ id: 3 })]

    expect(idsOf({ seasons, wanted: 'all' })).toEqual([1, 2, 3])
    expect(idsOf({ seasons, wanted: [3, 99] })).toEqual([3])
  })
})
