import { describe, expect, it } from 'vitest'

import { statsRowSchema, toSeasonStats, toStatsId } from './statsRowSchema.js'

const read = (row: Record<string, unknown>) => {
  const parsed = statsRowSchema.parse({ name: 'Stone Tigers', kind: 'team', teamId: 't1', ...row })
  return { id: toStatsId(parsed), document: toSeasonStats(parsed) }
}

describe('totals', () => {
  it('should be read by their odd keys, with no number for "-" and nothing for what is absent', () => {
    const { document } = read({
      stats: [
        {
          '3b': '1',
          ab: '120',
          avg: '.308',
          bb: '9',
          dsk: '7',
          era: '-',
          fpct: '.978',
          gp: '31',
          h: '37',
          hittingvsleftab: '12',
          ip: '45.2',
          k: '20',
          pbb: '11',
          pk: '44',
          pw: '5',
          sv: '',
        },
      ],
    })

    expect(document).toMatchObject({
      batting: {
        atBats: 120,
        battingAverage: 0.308,
        doubles: 7,
        hits: 37,
        strikeouts: 20,
        triples: 1,
        walks: 9,
      },
      fielding: { fieldingPercentage: 0.978 },
      gamesPlayed: 31,
      pitching: {
        earnedRunAverage: null,
        inningsPitched: '45.2',
        outs: 137,
        saves: null,
        strikeouts: 44,
        walks: 11,
        wins: 5,
      },
      stats: { hittingvsleftab: '12' },
    })
    expect(document.batting).not.toHaveProperty('homeRuns')
    expect(document).not.toHaveProperty('gamesStarted')
  })

  it('should be of a team, a player of it, or a career', () => {
    expect(read({ stats: [{}] }).id).toBe('team:t1')
    expect(read({ kind: 'player', playerId: 'p1', stats: [{}] }).id).toBe('player:t1:p1')
    expect(read({ kind: 'career', playerId: 'p1', stats: [{}], teamId: undefined }).id).toBe(
      'career:p1',
    )
  })

  it.each([
    [
      { conference: '3-1', overall: '7-8' },
      { conference: '3-1', losses: 8, overall: '7-8', ties: 0, wins: 7 },
    ],
    [
      { conferenceRecord: '-', record: '7-8-1' },
      { conference: null, losses: 8, overall: '7-8-1', ties: 1, wins: 7 },
    ],
    [{ overall: '' }, { overall: null }],
  ])('should have a record of %j', (record, expected) => {
    expect(read({ record, stats: [{}] }).document.record).toEqual(expected)
  })
})

describe('a career', () => {
  it('should add up counts, and innings in thirds, and work out what follows', () => {
    const { document } = read({
      kind: 'career',
      playerId: 'p1',
      stats: [
        { ab: '100', avg: '.300', er: '4', gp: '30', h: '30', hr: '-', ip: '10.2' },
        { ab: '50', avg: '.200', er: '2', gp: '20', h: '10', ip: '5.2' },
      ],
      teamId: undefined,
    })

    expect(document).toMatchObject({
      batting: { atBats: 150, battingAverage: 0.267, hits: 40 },
      gamesPlayed: 50,
      pitching: { earnedRunAverage: 3.31, earnedRuns: 6, inningsPitched: '16.1', outs: 49 },
    })
    expect(document.batting).not.toHaveProperty('homeRuns')
  })
})
