import { describe, expect, it } from 'vitest'

import type { TableMatch, TieBreaker } from './toTables.js'

import { toTables } from './toTables.js'

type Score = [home: string, away: string, homeGoals?: number, awayGoals?: number]

const toMatches = (scores: Score[], group: null | string = null): TableMatch<string>[] =>
  scores.map(([home, away, homeGoals, awayGoals]) => ({
    away,
    goals:
      homeGoals === undefined || awayGoals === undefined
        ? undefined
        : { away: awayGoals, home: homeGoals },
    group,
    home,
  }))

const rank = (
  scores: Score[],
  tieBreakers: readonly TieBreaker[] = ['goalDifference', 'goalsFor', 'headToHead'],
): [number, string, number][] =>
  toTables({ matches: toMatches(scores), nameOf: (team) => team, tieBreakers }).flatMap(
    ({ rows }) =>
      rows.map(({ points, position, team }): [number, string, number] => [position, team, points]),
  )

describe('the table of a season', () => {
  it('should count three points for a win and one for a draw, and goals both ways', () => {
    const [table] = toTables({
      matches: toMatches([
        ['Reds', 'Blues', 2, 1],
        ['Blues', 'Reds', 0, 0],
        ['Reds', 'Greens'],
      ]),
      nameOf: (team) => team,
      tieBreakers: ['goalDifference'],
    })

    expect(table).toEqual({
      name: null,
      rows: [
        {
          drawn: 1,
          goalDifference: 1,
          goalsAgainst: 1,
          goalsFor: 2,
          lost: 0,
          played: 2,
          points: 4,
          position: 1,
          team: 'Reds',
          won: 1,
        },
        expect.objectContaining({ goalDifference: -1, lost: 1, points: 1, position: 2 }),
        expect.objectContaining({ played: 0, points: 0, position: 3, team: 'Greens' }),
      ],
    })
  })

  it('should put goal difference before goals scored, and those before matches between two', () => {
    const scores: Score[] = [
      ['A', 'Z', 3, 0],
      ['B', 'Z', 4, 1],
      ['B', 'A', 0, 1],
      ['B', 'Y', 1, 0],
      ['A', 'Y', 0, 1],
    ]

    // A: 6 points, 4:1. B: 6 points, 5:2. The same difference, and B has scored more.
    expect(rank(scores).slice(0, 2)).toEqual([
      [1, 'B', 6],
      [2, 'A', 6],
    ])
    expect(rank(scores, ['headToHead', 'goalDifference']).slice(0, 2)).toEqual([
      [1, 'A', 6],
      [2, 'B', 6],
    ])
  })

  it('should look at the matches between those that are level, and no others', () => {
    const scores: Score[] = [
      ['A', 'B', 1, 0],
      ['B', 'E', 1, 0],
      ['D', 'E', 5, 0],
    ]

    expect(rank(scores, ['headToHead'])).toEqual([
      [1, 'A', 3],
      [2, 'B', 3],
      [2, 'D', 3],
      [4, 'E', 0],
    ])
  })

  it('should let teams share a place that nothing tells apart, by name', () => {
    expect(
      rank([
        ['B', 'A', 1, 1],
        ['D', 'C', 1, 1],
        ['E', 'F', 1, 0],
      ]),
    ).toEqual([
      [1, 'E', 3],
      [2, 'A', 1],
      [2, 'B', 1],
      [2, 'C', 1],
      [2, 'D', 1],
      [6, 'F', 0],
    ])
  })

  it('should keep groups apart', () => {
    const tables = toTables({
      matches: [
        ...toMatches([['A', 'B', 1, 0]], 'Group A'),
        ...toMatches([['C', 'A', 1, 0]], 'Group B'),
      ],
      nameOf: (team) => team,
      tieBreakers: [],
    })

    expect(tables.map(({ name, rows }) => [name, rows.map(({ team }) => team)])).toEqual([
      ['Group A', ['A', 'B']],
      ['Group B', ['C', 'A']],
    ])
  })
})
