import { describe, expect, it } from 'vitest'

import {
  createFixture,
  createParticipant,
  createScores,
} from '../../../../test/fixtures/sportmonks/createFixture.js'
import { fixtureSchema } from './fixtureSchema.js'

describe('fixtureSchema', () => {
  it('should accept a match that has nothing but an id and a state, and keys nobody knows', () => {
    expect(fixtureSchema.safeParse({ id: 1, brand_new: {}, state_id: 1 }).success).toBe(true)
  })

  it('should refuse a match in which both teams are the same side', () => {
    const participants = [createParticipant(), createParticipant({ id: 9202 })]

    expect(() => createFixture({ participants })).toThrow(/Two teams are the home side/)
  })

  it('should refuse a match that does not say which side a team is on', () => {
    const participants = [createParticipant({ meta: { location: 'neutral' } })]

    expect(() => createFixture({ participants })).toThrow()
  })

  it('should refuse goals that are noted for the other side', () => {
    const [away] = createScores({ away: 2, description: 'CURRENT', home: 1 })
    const scores = [{ ...away, score: { goals: 2, participant: 'home' } }]

    expect(() => createFixture({ scores })).toThrow(/goals of the away team/)
  })
})
