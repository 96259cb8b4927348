import { describe, expect, it } from 'vitest'

import { parseRound } from './parseRound.js'

describe('parseRound', () => {
  it.each([
    ['Matchday 12', '', 'Regular Season', '12'],
    ['24. Round', '', 'Regular Season', '24'],
    ['Clausura, Matchday 3', '', 'Clausura', '3'],
    ['Matchday 1', 'Playoffs - Championship', 'Playoffs - Championship', '1'],
    ['League, Matchday 8', '', 'League Stage', '8'],
    ['Group C', '', 'Group Stage', null],
    ['Finals, Round of 16', '', 'Round of 16', null],
    ['Qualifying, Round 2', '', 'Qualifying - Round 2', null],
    ['', 'Playoffs', 'Playoffs', null],
  ])('should put "%s" (stage "%s") into the stage "%s", round %s', (round, stage, name, number) => {
    expect(parseRound({ isCup: false, round, stage })).toMatchObject({ round: number, stage: name })
  })

  it('should take the numbered rounds of a cup as knockout stages', () => {
    expect(parseRound({ isCup: true, round: 'Round 1', stage: '' })).toMatchObject({
      kind: 'knockout',
      round: null,
      stage: 'Round 1',
    })
  })
})
