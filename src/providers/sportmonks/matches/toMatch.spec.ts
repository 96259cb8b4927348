import { describe, expect, it } from 'vitest'

import {
  AWAY_ID,
  createFixture,
  createParticipant,
  createScores,
  HOME_ID,
} from '../../../../test/fixtures/sportmonks/createFixture.js'
import { fixtureSchema } from './fixtureSchema.js'
import { STATES } from './STATES.js'
import { toMatch } from './toMatch.js'

const away = createParticipant({ location: 'away' })
const home = createParticipant()

describe('toMatch', () => {
  it('should tell the sides by location, also where the away team comes first', () => {
    const match = toMatch(createFixture({ participants: [away, home] }))

    expect(match).toMatchObject({
      awayTeam: { externalId: String(AWAY_ID) },
      homeTeam: { externalId: String(HOME_ID) },
      title: 'Port Amber – Stone Vale',
    })
  })

  it('should give enough of each team to create one that was never listed', () => {
    expect(toMatch(createFixture()).homeTeam).toEqual({
      externalId: String(HOME_ID),
      kind: 'sync-reference',
      resource: 'teams',
      stub: {
        name: 'Port Amber',
        code: 'AMB',
        founded: 1899,
        gender: 'male',
        isNational: false,
        logo: 'https://cdn.example.test/team.png',
      },
    })
  })

  it('should build the title from the teams and not from the name, which may be out of date', () => {
    expect(toMatch(createFixture({ name: 'Old Name vs Stone Vale' })).title).toBe(
      'Port Amber – Stone Vale',
    )
  })

  it('should name a placeholder as the provider does, and the real team under the same id later', () => {
    const unknown = createParticipant({ name: '2nd position Group A', placeholder: true })
    const before = toMatch(createFixture({ participants: [unknown, away], placeholder: true }))
    const after = toMatch(createFixture())

    expect(before.title).toBe('2nd position Group A – Stone Vale')
    expect(after.title).toBe('Port Amber – Stone Vale')
    expect(before).toMatchObject({ homePlaceholder: '2nd position Group A', homeTeam: null })
    expect(after).toMatchObject({ homePlaceholder: null, homeTeam: { externalId: '9201' } })
  })

  it('should call a team without a name TBD and leave a side without a team empty', () => {
    const nameless = createParticipant({ name: null })
    const match = toMatch(createFixture({ participants: [nameless] }))

    expect(match).toMatchObject({
      awayTeam: null,
      homeTeam: { stub: { name: 'TBD' } },
      title: 'TBD – TBD',
    })
  })

  it('should use the name of the fixture where no team is known', () => {
    const name = '1st Group A vs 2nd Group B'

    expect(toMatch(createFixture({ name, participants: [] })).title).toBe(name)
  })

  it('should keep the shoot-out out of the score', () => {
    const match = toMatch(
      createFixture({
        scores: [
          ...createScores({ away: 7, description: 'PENALTY_SHOOTOUT', home: 6 }),
          ...createScores({ away: 1, description: 'CURRENT', home: 1 }),
          ...createScores({ away: 0, description: 'ET', home: 0 }),
          ...createScores({ away: 0, description: '1ST_HALF', home: 1 }),
          ...createScores({ away: 1, description: '2ND_HALF', home: 1 }),
          ...createScores({ away: 1, description: '2ND_HALF_ONLY', home: 0 }),
        ],
        state_id: 8,
      }),
    )

    expect(match).toMatchObject({
      awayScore: 1,
      extraTime: { away: 0, home: 0 },
      fulltime: { away: 1, home: 1 },
      halftime: { away: 0, home: 1 },
      homeScore: 1,
      penalties: { away: 7, home: 6 },
      state: 'finished',
      winner: 'away',
    })
  })

  it('should have no score before kick-off', () => {
    expect(toMatch(createFixture({ scores: [] }))).toMatchObject({
      awayScore: null,
      halftime: { away: null, home: null },
      homeScore: null,
      winner: null,
    })
  })

  it('should not call a running count a half-time result', () => {
    const scores = [
      ...createScores({ away: 0, description: '1ST_HALF', home: 1 }),
      ...createScores({ away: 0, description: '2ND_HALF', home: 1 }),
    ]

    expect(toMatch(createFixture({ scores, state_id: 2 })).halftime).toEqual({
      away: null,
      home: null,
    })
    expect(toMatch(createFixture({ scores, state_id: 22 }))).toMatchObject({
      fulltime: { away: null, home: null },
      halftime: { away: 0, home: 1 },
    })
  })

  it('should leave out what was not included and clear what is null', () => {
    const bare = toMatch(fixtureSchema.parse({ id: 1, name: 'A vs B', state_id: 2 }))
    const empty = toMatch(createFixture({ events: null, round: null, stage: null, venue: null }))

    expect(bare).toEqual({
      providerStatus: 'INPLAY_1ST_HALF',
      state: 'live',
      title: 'A vs B',
      winner: null,
    })
    expect(empty).toMatchObject({
      events: null,
      round: null,
      stage: null,
      venue: { name: null, city: null },
    })
  })

  it('should take kick-off from the timestamp, in UTC', () => {
    const match = toMatch(createFixture({ starting_at: '2031-03-05 19:30:00' }))

    expect(match.startsAt).toBe('2031-03-05T18:30:00.000Z')
  })

  it('should read the text as UTC where there is no timestamp, and know that there may be none', () => {
    const changes = { starting_at: '2031-03-05 18:30:00', starting_at_timestamp: null }

    expect(toMatch(createFixture(changes)).startsAt).toBe('2031-03-05T18:30:00.000Z')
    expect(toMatch(createFixture({ ...changes, starting_at: null })).startsAt).toBeNull()
  })

  it('should keep a state nobody knows as unknown, with its number', () => {
    expect(toMatch(createFixture({ state_id: 99 }))).toMatchObject({
      providerStatus: 'state 99',
      state: 'unknown',
      winner: null,
    })
  })

  it.each([
    { ids: [1, 13, 16], state: 'scheduled' },
    { ids: [2, 3, 22, 4, 6, 21, 23, 25, 9], state: 'live' },
    { ids: [5, 7, 8, 17, 14], state: 'finished' },
    { ids: [10, 12, 15, 20], state: 'off' },
    { ids: [11, 18], state: 'paused' },
    { ids: [19, 26, 24], state: 'unknown' },
  ])('should take states $ids for $state', ({ ids, state }) => {
    for (const id of ids) {
      expect(toMatch(createFixture({ state_id: id })).state).toBe(state)
    }
  })

  it('should keep the provider’s own word for every state', () => {
    const words = Object.keys(STATES).map(
      (id) => toMatch(createFixture({ state_id: Number(id) })).providerStatus,
    )

    expect(new Set(words).size).toBe(25)
    expect(words).toContain('INPLAY_PENALTIES')
  })

  it('should take the minute from the period that is running', () => {
    const periods = [
      { minutes: 47, sort_order: 1, ticking: false },
      { minutes: 58, sort_order: 2, ticking: true },
    ]

    expect(toMatch(createFixture({ periods, state_id: 22 })).minute).toBe(58)
    expect(toMatch(createFixture({ periods: [periods[0]], state_id: 3 })).minute).toBeNull()
    expect(toMatch(createFixture({ periods, state_id: 5 })).minute).toBeNull()
    expect(toMatch(createFixture({ state_id: 22 }))).not.toHaveProperty('minute')
  })

  it('should name round, stage and ground', () => {
    const match = toMatch(
      createFixture({
        round: { id: 1, name: '2' },
        stage: { id: 2, name: 'Regular Season' },
        venue: { id: 3, name: 'Quay Park', capacity: 1, city_name: 'Amber' },
      }),
    )

    expect(match).toMatchObject({
      round: '2',
      stage: 'Regular Season',
      venue: { name: 'Quay Park', city: 'Amber' },
    })
  })

  it('should point to league and season, with a stub where they were included', () => {
    const league = { id: 9101, name: 'Harbour League', country_id: 9001, sub_type: 'domestic' }
    const season = { id: 91001, name: '2030/2031', league_id: 9101 }
    const match = toMatch(createFixture({ league, season }))

    expect(match.league).toEqual({
      externalId: '9101',
      kind: 'sync-reference',
      resource: 'leagues',
      stub: { name: 'Harbour League', type: 'league' },
    })
    expect(match.season).toMatchObject({
      externalId: '91001',
      stub: { name: '2030/2031', year: 2030 },
    })
    expect(toMatch(createFixture()).season).not.toHaveProperty('stub')
  })

  it('should believe the provider’s mark of who won, once the match is over', () => {
    const participants = [
      createParticipant({ winner: false }),
      createParticipant({ location: 'away', winner: true }),
    ]
    const scores = createScores({ away: 0, description: 'CURRENT', home: 2 })

    expect(toMatch(createFixture({ participants, scores, state_id: 17 })).winner).toBe('away')
    expect(toMatch(createFixture({ participants, state_id: 14 })).winner).toBe('away')
    expect(toMatch(createFixture({ participants, scores, state_id: 22 })).winner).toBeNull()
  })

  it('should leave the winner alone only where neither teams nor scores were included', () => {
    expect(toMatch(fixtureSchema.parse({ id: 1, state_id: 5 }))).not.toHaveProperty('winner')
    expect(toMatch(createFixture({ participants: [home, away], state_id: 5 })).winner).toBeNull()
  })
})
