import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { ReplayTest } from './createReplayTest.js'

import { createParticipant } from '../fixtures/sportmonks/createFixture.js'
import { createPage, createReplayTest, LEAGUE_ID, SEASON_ID } from './createReplayTest.js'

let test: ReplayTest

beforeEach(async () => {
  test = await createReplayTest()
})

afterEach(async () => {
  await test.close()
})

describe('the ground of a match', () => {
  it('should be stored when nothing else changes, and be written once', async () => {
    const match = {
      id: 940_001,
      events: [],
      league_id: LEAGUE_ID,
      participants: [createParticipant(), createParticipant({ location: 'away' })],
      scores: [],
      season_id: SEASON_ID,
      starting_at_timestamp: 1_930_501_800,
      state_id: 1,
    }
    const venues = [
      { id: 1, name: 'Quay Park', city_name: 'Amber' },
      { id: 2, name: 'Stone Park', city_name: 'Vale' },
      { id: 1, name: 'Quay Park', city_name: 'Amber' },
    ]
    for (const venue of venues) {
      test.server.setRoute('/football/fixtures', createPage([{ ...match, venue }]))
      await test.sync({ resource: 'matches' })
      test.takeWrites()

      expect((await test.sync({ resource: 'matches' })).counts).toMatchObject({ unchanged: 1 })
      expect(test.takeWrites()).toEqual([])
      expect(await test.find('matches')).toMatchObject([
        { venue: { name: venue.name, city: venue.city_name } },
      ])
    }
  })
})
