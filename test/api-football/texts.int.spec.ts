import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { ApiFootballTest } from './recorded/createApiFootballTest.js'

import { createAnswer } from '../fixtures/api-football/createAnswer.js'
import { AWAY, createFixtureRow, HOME } from '../fixtures/api-football/createFixtureRow.js'
import { createLeagueRow } from '../fixtures/api-football/createLeagueRow.js'
import { createClubsTest } from './createClubsTest.js'

let test: ApiFootballTest

beforeEach(async () => {
  test = await createClubsTest()
})

afterEach(async () => {
  await test.close()
})

const createEvent = (event: Record<string, unknown>) => ({
  assist: { id: null, name: null },
  comments: null,
  player: { id: 1, name: 'A. Reef' },
  team: { id: HOME.id, name: HOME.name },
  ...event,
})

describe('texts that come escaped for HTML', () => {
  it('should be stored as people read them, and be steady', async () => {
    const country = { name: 'C&ocirc;te', code: null, flag: null }
    const league = { ...createLeagueRow({ name: 'Coupe d&#39;Ambre' }), country }
    const venue = { name: 'Stadio dell&apos;Ambra', capacity: 100, city: 'L&apos;Ambra' }
    const home = { ...HOME, name: 'Quay &amp; Vale' }
    const player = { id: 1, name: 'N&apos;Doram', number: 7, photo: null, position: 'Attacker' }
    const match = createFixtureRow({
      events: [createEvent({ type: 'Goal', detail: 'Normal Goal', player, time: { elapsed: 3 } })],
      fixture: { referee: 'J. O&#x27;Hara', venue },
      league: { name: league.league.name, round: 'Tour d&apos;hiver - 1' },
      short: '1H',
    })
    test.server.setRoute('/countries', createAnswer({ rows: [country] }))
    test.server.setRoute('/leagues', createAnswer({ rows: [league] }))
    test.server.setRoute(
      '/teams',
      createAnswer({ rows: [{ team: { ...home, country: country.name }, venue }] }),
    )
    test.server.setRoute('/players/squads', ({ query }) =>
      createAnswer({
        rows: [
          {
            players: Number(query.team) === HOME.id ? [player] : [],
            team: { id: Number(query.team), name: 'A club' },
          },
        ],
      }),
    )
    test.server.setRoute(
      '/fixtures',
      createAnswer({ rows: [{ ...match, teams: { ...match.teams, home } }] }),
    )
    const resources = ['countries', 'leagues', 'seasons', 'teams', 'players', 'matches']
    for (const resource of resources) {
      expect(await test.sync({ resource })).toMatchObject({ status: 'completed' })
    }
    const ambra = { name: "Stadio dell'Ambra", city: "L'Ambra" }

    expect(await test.find('countries')).toContainEqual(expect.objectContaining({ name: 'Côte' }))
    expect(await test.find('leagues')).toMatchObject([{ name: "Coupe d'Ambre" }])
    expect(
      (await test.find('teams')).find(({ externalId }) => externalId === String(HOME.id)),
    ).toMatchObject({ name: 'Quay & Vale', venue: ambra })
    expect(await test.find('players')).toMatchObject([{ name: "N'Doram" }])
    expect(await test.find('matches')).toMatchObject([
      {
        events: [{ player: "N'Doram" }],
        referee: "J. O'Hara",
        round: "Tour d'hiver - 1",
        title: `Quay & Vale – ${AWAY.name}`,
        venue: ambra,
      },
    ])
    test.takeWrites()
    for (const resource of resources) {
      await test.sync({ resource })
    }
    expect(test.takeWrites()).toEqual([])
  })
})

describe('decisions of the video referee', () => {
  it('should be told apart, and with them a card that was taken back', async () => {
    const events = [
      createEvent({ type: 'Var', detail: 'Goal Disallowed - offside', time: { elapsed: 31 } }),
      createEvent({ type: 'Var', detail: 'Penalty confirmed', time: { elapsed: 50 } }),
      createEvent({ type: 'Card', detail: 'Red Card', time: { elapsed: 55 } }),
      createEvent({ type: 'Var', detail: 'Red card cancelled', time: { elapsed: 56 } }),
      createEvent({ type: 'Card', detail: 'Red Card', time: { elapsed: 80 } }),
    ]
    const match = createFixtureRow({ elapsed: 85, events, short: '2H' })
    test.server.setRoute('/fixtures', createAnswer({ rows: [match] }))
    await test.sync({ resource: 'matches' })
    const both = { player: 'A. Reef', team: 'home' }

    expect((await test.find('matches'))[0]!.events).toEqual([
      {
        ...both,
        type: 'var',
        detail: 'Goal Disallowed - offside',
        minute: 31,
        varDecision: 'goalDisallowed',
      },
      {
        ...both,
        type: 'var',
        detail: 'Penalty confirmed',
        minute: 50,
        varDecision: 'penaltyConfirmed',
      },
      { ...both, type: 'redCard', isCancelled: true, minute: 55 },
      {
        ...both,
        type: 'var',
        detail: 'Red card cancelled',
        minute: 56,
        varDecision: 'redCardCancelled',
      },
      { ...both, type: 'redCard', minute: 80 },
    ])
    expect((await test.sync({ resource: 'matches' })).counts).toMatchObject({ unchanged: 1 })
  })
})
