import { describe, expect, it } from 'vitest'

import {
  createFixture,
  createParticipant,
  createScores,
} from '../../../../test/fixtures/sportmonks/createFixture.js'
import { toWinner } from './toWinner.js'

const teams = ({ away, home }: { away: boolean | null; home: boolean | null }) => [
  createParticipant({ winner: home }),
  createParticipant({ location: 'away', winner: away }),
]

const current = (home: number, away: number) => createScores({ away, description: 'CURRENT', home })

describe('toWinner', () => {
  it('should name nobody while the match is on, whatever the score and the marks say', () => {
    const participants = teams({ away: false, home: true })

    for (const state_id of [1, 3, 22, 9, 11, 10, 15, 99]) {
      expect(toWinner(createFixture({ participants, scores: current(3, 0), state_id }))).toBeNull()
    }
  })

  it('should believe the provider’s mark before the goals: an awarded match was not played', () => {
    const participants = teams({ away: true, home: false })

    expect(toWinner(createFixture({ participants, scores: current(2, 0), state_id: 17 }))).toBe(
      'away',
    )
    expect(toWinner(createFixture({ participants, scores: [], state_id: 14 }))).toBe('away')
  })

  it('should take two teams that did not win for a draw', () => {
    const participants = teams({ away: false, home: false })

    expect(toWinner(createFixture({ participants, scores: current(1, 1), state_id: 5 }))).toBe(
      'draw',
    )
    expect(toWinner(createFixture({ participants, state_id: 5 }))).toBe('draw')
  })

  it('should count the goals where no team is marked', () => {
    const participants = teams({ away: null, home: null })

    expect(toWinner(createFixture({ participants, scores: current(2, 1), state_id: 5 }))).toBe(
      'home',
    )
    expect(toWinner(createFixture({ participants, scores: current(0, 1), state_id: 7 }))).toBe(
      'away',
    )
    expect(toWinner(createFixture({ participants, scores: [], state_id: 5 }))).toBeNull()
  })

  it('should let the shoot-out decide where the goals do not', () => {
    const scores = [
      ...current(1, 1),
      ...createScores({ away: 4, description: 'PENALTY_SHOOTOUT', home: 5 }),
    ]

    expect(
      toWinner(
        createFixture({ participants: teams({ away: null, home: null }), scores, state_id: 8 }),
      ),
    ).toBe('home')
  })
})
