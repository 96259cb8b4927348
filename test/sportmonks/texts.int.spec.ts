import { afterEach, beforeEach, expect, it } from 'vitest'

import type { ReplayTest } from './createReplayTest.js'

import { createParticipant, HOME_ID } from '../fixtures/sportmonks/createFixture.js'
import { createPage, createReplayTest, LEAGUE_ID, SEASON_ID } from './createReplayTest.js'

let test: ReplayTest

beforeEach(async () => {
  test = await createReplayTest()
})

afterEach(async () => {
  await test.close()
})

it('should store names as people read them, and what the video referee decided', async () => {
  const event = { minute: 55, participant_id: HOME_ID, player_name: 'N&apos;Doram' }
  const match = {
    id: 940_001,
    events: [
      { ...event, id: 1, type_id: 20 },
      {
        ...event,
        id: 2,
        addition: 'Red card cancelled',
        info: 'No foul',
        minute: 56,
        type_id: 10,
      },
      { ...event, id: 3, addition: 'Goal under review', minute: 60, type_id: 10 },
    ],
    league_id: LEAGUE_ID,
    participants: [
      createParticipant({ name: 'Quay &amp; Vale' }),
      createParticipant({ location: 'away' }),
    ],
    scores: [],
    season_id: SEASON_ID,
    starting_at_timestamp: 1_930_501_800,
    state_id: 22,
    venue: { id: 1, name: 'Stadio dell&#39;Ambra', city_name: 'L&apos;Ambra' },
  }
  test.server.setRoute('/football/fixtures', createPage([match]))
  await test.sync({ resource: 'matches' })
  const both = { player: "N'Doram", team: 'home' }

  expect(await test.find('matches')).toMatchObject([
    {
      events: [
        { ...both, type: 'redCard', isCancelled: true },
        {
          ...both,
          type: 'var',
          comments: 'No foul',
          detail: 'Red card cancelled',
          varDecision: 'redCardCancelled',
        },
        { ...both, type: 'var', detail: 'Goal under review', varDecision: 'underReview' },
      ],
      title: 'Quay & Vale – Stone Vale',
      venue: { name: "Stadio dell'Ambra", city: "L'Ambra" },
    },
  ])
  expect((await test.sync({ resource: 'matches' })).counts).toMatchObject({ unchanged: 1 })
})
