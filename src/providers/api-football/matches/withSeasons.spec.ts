import { describe, expect, it } from 'vitest'

import { createFixtureRow } from '../../../../test/fixtures/api-football/createFixtureRow.js'
import { withSeasons } from './withSeasons.js'

const SEASONS = [
  { id: 'second', end: '2019-05-19', start: '2018-10-27' },
  { id: 'first', end: '2018-09-02', start: '2018-02-10' },
]

const seasonOf = (day: string, seasons = SEASONS): unknown => {
  const fixture = { timestamp: Date.parse(`${day}T15:00:00Z`) / 1000 }
  const [row] = withSeasons({ rows: [createFixtureRow({ fixture })], seasonsOf: () => seasons })
  return (row as { seasonId?: string }).seasonId
}

describe('withSeasons', () => {
  it.each([
    ['2018-02-10', 'first'],
    ['2018-09-30', 'first'],
    ['2018-10-27', 'second'],
    ['2019-06-30', 'second'],
    ['2018-01-01', 'first'],
  ])('should find the one of two seasons of a year that has begun by %s', (day, expected) => {
    expect(seasonOf(day)).toBe(expected)
  })

  it('should lose no page to a kick-off that no calendar has', () => {
    const fixture = { timestamp: 1_741_200_000_000_000 * 1000 }
    const rows = [createFixtureRow({ fixture }), createFixtureRow()]

    expect(withSeasons({ rows, seasonsOf: () => SEASONS })).toHaveLength(2)
  })

  it('should name no season where none is stored, and leave rows that cannot be read', () => {
    expect(seasonOf('2018-02-10', [])).toBeUndefined()
    expect(withSeasons({ rows: [null, 7, {}], seasonsOf: () => SEASONS })).toEqual([null, 7, {}])
  })
})
