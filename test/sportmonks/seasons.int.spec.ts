import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { ReplayTest } from './createReplayTest.js'

import { createParticipant } from '../fixtures/sportmonks/createFixture.js'
import { createPage, createReplayTest, LEAGUE, LEAGUE_ID, SEASON } from './createReplayTest.js'

let test: ReplayTest

beforeEach(async () => {
  test = await createReplayTest()
})

afterEach(async () => {
  await test.close()
})

describe('a season whose first day moves', () => {
  it('should stay one season with its matches', async () => {
    const match = {
      id: 940_001,
      events: [],
      league: LEAGUE,
      league_id: LEAGUE_ID,
      participants: [createParticipant(), createParticipant({ location: 'away' })],
      scores: [],
      season: SEASON,
      season_id: SEASON.id,
      starting_at: '2031-03-05 18:30:00',
      starting_at_timestamp: 1_930_501_800,
      state_id: 1,
    }
    const moved = { ...SEASON, starting_at: '2030-08-09' }
    test.server.setRoute('/football/fixtures', createPage([match]))
    await test.sync({ resource: 'matches' })
    const [before] = await test.find('seasons')

    test.setSeasons([moved])
    expect((await test.sync({ resource: 'seasons' })).counts).toMatchObject({ updated: 1 })
    expect((await test.sync({ resource: 'seasons' })).counts).toMatchObject({ unchanged: 1 })
    test.server.setRoute('/football/fixtures', createPage([{ ...match, season: moved }]))
    expect((await test.sync({ resource: 'matches' })).counts).toMatchObject({ unchanged: 1 })

    expect(await test.find('seasons')).toMatchObject([
      {
        id: before!.id,
        externalId: String(SEASON.id),
        isCurrent: true,
        startDate: '2030-08-09T12:00:00.000Z',
      },
    ])
    expect(await test.find('matches')).toMatchObject([{ season: before!.id }])
  })
})
