import { describe, expect, it } from 'vitest'

import type { SeasonCandidate } from './selectSeasons.js'

import { selectSeasons } from './selectSeasons.js'

const NOW = new Date('2031-03-05T19:00:00.000Z')

const season = (
  year: number,
  { end = `${year}-12-01`, start = `${year}-02-01`, ...rest }: Partial<SeasonCandidate> = {},
): SeasonCandidate => ({ end, isCurrent: false, leagueId: 1, start, year, ...rest })

const select = (seasons: SeasonCandidate[], wanted: 'all' | 'current' | number[] = 'current') =>
  selectSeasons({ now: NOW, seasons, wanted }).map(({ start, year }) => [year, start])

describe('selectSeasons', () => {
  it('should take what is marked as current, though it may be long over, and what is under way', () => {
    const marked = season(2019, { isCurrent: true })

    expect(select([season(2018), marked, season(2031)]).map(([year]) => year)).toEqual([2019, 2031])
  })

  it('should take the newest of a league that has neither', () => {
    expect(select([season(2020), season(2028), season(2024)])).toEqual([[2028, '2028-02-01']])
  })

  it('should take the other season of the same year along', () => {
    const first = season(2030, { end: '2030-05-01' })
    const second = season(2030, { end: '2031-06-01', isCurrent: true, start: '2030-09-01' })

    expect(select([first, second, season(2029)])).toHaveLength(2)
  })

  it('should take all, or those of the years that are named', () => {
    const seasons = [season(2020), season(2028), season(2024)]

    expect(select(seasons, 'all')).toHaveLength(3)
    expect(select(seasons, [2024, 1999])).toEqual([[2024, '2024-02-01']])
  })
})
