import { describe, expect, it } from 'vitest'

import { createFixtureRow } from '../../../../test/fixtures/api-football/createFixtureRow.js'
import { fixtureSchema } from './fixtureSchema.js'
import { toMatch } from './toMatch.js'

const map = (changes: Parameters<typeof createFixtureRow>[0] = {}) =>
  toMatch(fixtureSchema.parse(createFixtureRow(changes)))

const NONE = { away: null, home: null }

describe('toMatch', () => {
  it('should map a match that has not begun, with stubs for what it names', () => {
    expect(map()).toEqual({
      awayPlaceholder: null,
      awayScore: null,
      awayTeam: {
        externalId: '9202',
        kind: 'sync-reference',
        resource: 'teams',
        stub: { name: 'Stone Vale', logo: 'https://media.example.test/9202.png' },
      },
      extraTime: NONE,
      fulltime: NONE,
      halftime: NONE,
      homePlaceholder: null,
      homeScore: null,
      homeTeam: {
        externalId: '9201',
        kind: 'sync-reference',
        resource: 'teams',
        stub: { name: 'Port Amber', logo: 'https://media.example.test/9201.png' },
      },
      league: {
        externalId: '9101',
        kind: 'sync-reference',
        resource: 'leagues',
        stub: { name: 'Harbour League', logo: 'https://media.example.test/9101.png' },
      },
      minute: null,
      penalties: NONE,
      providerStatus: 'NS',
      referee: null,
      round: 'Regular Season - 7',
      startsAt: '2031-03-05T18:30:00.000Z',
      state: 'scheduled',
      title: 'Port Amber – Stone Vale',
      venue: { name: 'Quay Park', city: 'Amber' },
      winner: null,
    })
  })

  it.each([
    ['TBD', 'scheduled'],
    ['NS', 'scheduled'],
    ['1H', 'live'],
    ['HT', 'live'],
    ['2H', 'live'],
    ['ET', 'live'],
    ['BT', 'live'],
    ['P', 'live'],
    ['LIVE', 'live'],
    ['SUSP', 'paused'],
    ['INT', 'paused'],
    ['FT', 'finished'],
    ['AET', 'finished'],
    ['PEN', 'finished'],
    ['AWD', 'finished'],
    ['WO', 'finished'],
    ['PST', 'off'],
    ['CANC', 'off'],
    ['ABD', 'off'],
    ['NEW', 'unknown'],
    [null, 'unknown'],
  ])('should map status %s to %s and keep the code', (short, state) => {
    expect(map({ short })).toMatchObject({ providerStatus: short, state })
  })

  it('should take the kick-off from the timestamp, whatever zone the date is written in', () => {
    const fixture = { date: '2031-03-05T15:30:00-03:00', timezone: 'America/Sao_Paulo' }

    expect(map({ fixture }).startsAt).toBe('2031-03-05T18:30:00.000Z')
  })

  it('should not take the mirror of the running score for the half-time result', () => {
    const goals = { away: 0, home: 2 }

    expect(map({ elapsed: 35, goals, score: { halftime: goals }, short: '1H' })).toMatchObject({
      fulltime: NONE,
      halftime: NONE,
      homeScore: 2,
      minute: 35,
    })
    expect(map({ elapsed: 45, goals, score: { halftime: goals }, short: 'HT' })).toMatchObject({
      halftime: goals,
      minute: null,
    })
  })

  it('should believe the half-time result of a match that was stopped in its second half only', () => {
    const halftime = { away: 1, home: 0 }
    const stopped = { goals: halftime, score: { halftime }, short: 'SUSP' }

    expect(map(stopped).halftime).toEqual(NONE)
    expect(map({ ...stopped, fixture: { periods: { first: 1, second: 2 } } }).halftime).toEqual(
      halftime,
    )
  })

  it('should name a winner only once the match is over', () => {
    const goals = { away: 0, home: 1 }

    expect(map({ goals, short: '2H', winner: 'home' }).winner).toBeNull()
    expect(map({ goals, short: 'FT', winner: 'home' }).winner).toBe('home')
    expect(map({ goals: { away: 1, home: 1 }, short: 'FT' }).winner).toBe('draw')
    expect(map({ short: 'WO', winner: 'away' }).winner).toBe('away')
    expect(map({ short: 'AWD' }).winner).toBeNull()
  })

  it('should keep extra time and shoot-out out of the score of 90 minutes', () => {
    const score = {
      extratime: { away: 1, home: 1 },
      fulltime: { away: 2, home: 2 },
      halftime: { away: 1, home: 0 },
      penalty: { away: 4, home: 3 },
    }

    expect(
      map({ elapsed: 120, goals: { away: 3, home: 3 }, score, short: 'PEN', winner: 'away' }),
    ).toMatchObject({
      awayScore: 3,
      extraTime: { away: 1, home: 1 },
      fulltime: { away: 2, home: 2 },
      homeScore: 3,
      minute: null,
      penalties: { away: 4, home: 3 },
      winner: 'away',
    })
  })

  it('should let the shoot-out decide where the provider names no winner', () => {
    const goals = { away: 1, home: 1 }

    expect(map({ goals, score: { penalty: { away: 4, home: 5 } }, short: 'PEN' }).winner).toBe(
      'home',
    )
  })

  it('should leave out what was not sent, above all the events', () => {
    const { fixture, league, teams } = createFixtureRow()
    const { venue: _venue, ...bare } = fixture
    const match = toMatch(fixtureSchema.parse({ fixture: bare, league, teams }))

    for (const field of ['awayScore', 'events', 'halftime', 'homeScore', 'season', 'venue']) {
      expect(match).not.toHaveProperty(field)
    }
  })

  it('should hold no team where nobody knows it yet', () => {
    const row = createFixtureRow()
    const home = { id: null, name: null, logo: null, winner: null }
    const match = toMatch(fixtureSchema.parse({ ...row, teams: { ...row.teams, home } }))

    expect(match).toMatchObject({ homeTeam: null, title: 'TBD – Stone Vale' })
  })

  it('should point to the season that was found for it', () => {
    const match = toMatch(
      fixtureSchema.parse({ ...createFixtureRow(), seasonId: '9101:2030:2030-08-16' }),
    )

    expect(match.season).toEqual({
      externalId: '9101:2030:2030-08-16',
      kind: 'sync-reference',
      resource: 'seasons',
    })
  })

  it('should take a blank referee and venue for none', () => {
    const fixture = { referee: ' ', venue: { id: 1, name: '', city: ' Amber ' } }

    expect(map({ fixture })).toMatchObject({ referee: null, venue: { name: null, city: 'Amber' } })
  })
})
