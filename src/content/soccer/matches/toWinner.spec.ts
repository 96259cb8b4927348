import { describe, expect, it } from 'vitest'

import type { MatchState } from '../documents/index.js'

import { MATCH_STATES } from '../documents/index.js'
import { toWinner } from './toWinner.js'

const UNMARKED = { away: null, home: null }

type Facts = Partial<Parameters<typeof toWinner>[0]>

const winnerOf = (facts: Facts) =>
  toWinner({ goals: null, hasWon: UNMARKED, shootOut: null, state: 'finished', ...facts })

describe('toWinner', () => {
  it.each(MATCH_STATES.filter((state) => state !== 'finished'))(
    'should name nobody while a match is %s, whatever the score and the marks say',
    (state: MatchState) => {
      const facts = { goals: { away: 0, home: 3 }, hasWon: { away: false, home: true }, state }

      expect(winnerOf(facts)).toBeNull()
    },
  )

  it('should believe the mark before the goals: an awarded match was not played', () => {
    const hasWon = { away: true, home: false }

    expect(winnerOf({ goals: { away: 0, home: 2 }, hasWon })).toBe('away')
    expect(winnerOf({ goals: undefined, hasWon })).toBe('away')
    expect(winnerOf({ hasWon: { away: undefined, home: true } })).toBe('home')
  })

  it('should count the goals where no team is marked, or both are', () => {
    expect(winnerOf({ goals: { away: 1, home: 2 } })).toBe('home')
    expect(winnerOf({ goals: { away: 1, home: 0 } })).toBe('away')
    expect(winnerOf({ goals: { away: 1, home: 1 } })).toBe('draw')
    expect(winnerOf({ goals: { away: 1, home: 0 }, hasWon: { away: true, home: true } })).toBe(
      'away',
    )
  })

  it('should let the shoot-out decide where the goals do not', () => {
    const goals = { away: 1, home: 1 }

    expect(winnerOf({ goals, shootOut: { away: 4, home: 5 } })).toBe('home')
    expect(winnerOf({ goals, shootOut: { away: 4, home: null } })).toBe('away')
    expect(winnerOf({ goals: { away: 0, home: 1 }, shootOut: { away: 5, home: 4 } })).toBe('home')
  })

  it('should take two teams that did not win for a draw where no goals are known', () => {
    const hasWon = { away: false, home: false }

    expect(winnerOf({ goals: { away: null, home: 1 }, hasWon })).toBe('draw')
    expect(winnerOf({ goals: undefined, hasWon })).toBe('draw')
    expect(winnerOf({ hasWon: { away: null, home: false } })).toBeNull()
  })

  it('should leave the field alone where nothing was sent to tell', () => {
    expect(winnerOf({ goals: undefined })).toBeUndefined()
    expect(winnerOf({ goals: {} })).toBeNull()
  })
})
