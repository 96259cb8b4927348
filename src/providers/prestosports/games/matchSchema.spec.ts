import { describe, expect, it } from 'vitest'

import { reference } from '../../../sdk/index.js'
import { parseBoxScore } from '../boxScore/parseBoxScore.js'
import { matchSchema, toMatch } from './matchSchema.js'

const TEAM = { teamId: 'owlsowlsowlsowl1', teamName: 'Harbour &amp; Bay Owls' }

const read = (event: Record<string, unknown>) =>
  toMatch(matchSchema.parse({ eventId: 'gamegamegamegam1', ...event }))

describe('the state of a game', () => {
  it.each([
    { state: 'scheduled', status: 'Not Started', statusCode: -2 },
    { state: 'live', status: 'In Progress - Top of 1st', statusCode: -1 },
    { state: 'finished', status: 'Final', statusCode: 0 },
    { state: 'finished', status: 'Final - Weather Delay', statusCode: 0 },
    { state: 'finished', status: 'Final - 8 innings', statusCode: 8 },
    { state: 'finished', status: 'Final', statusCode: '8' },
    { state: 'paused', status: 'In Progress - Weather Delay', statusCode: -1 },
    { state: 'paused', status: 'Suspended', statusCode: -2 },
    { state: 'off', status: 'Postponed', statusCode: -2 },
    { state: 'off', status: 'Canceled', statusCode: 0 },
    { state: 'finished', status: 'Forfeit', statusCode: 0 },
    { state: 'finished', status: 'Final - Forfeit', statusCode: 7 },
    { state: 'off', status: 'Forfeit', statusCode: -2 },
    { state: 'finished', status: 'Final - 10 innings', statusCode: 10 },
    { state: 'unknown', status: 'Elsewhere', statusCode: -3 },
    { state: 'unknown', status: '', statusCode: null },
  ])('should be $state for $statusCode, "$status"', ({ state, status, statusCode }) => {
    expect(read({ status, statusCode })).toMatchObject({ providerStatus: status || null, state })
  })

  it('should be that of the number and not of the clock or an old delay', () => {
    const early = { startDateTime: '2999-09-06T23:30:00', status: 'In Progress', statusCode: -1 }
    const over = { eventType: { isWeatherDelay: true }, status: 'Final', statusCode: 0 }

    expect(read(early).state).toBe('live')
    expect(read(over)).toMatchObject({ flags: { isWeatherDelay: true }, state: 'finished' })
  })

  it('should stay as it is when the number was not sent', () => {
    const game = read({ status: 'Final' })

    expect(game).not.toHaveProperty('state')
    expect(game).not.toHaveProperty('winner')
    expect(game).not.toHaveProperty('homeScore')
  })
})

describe('the score of a game', () => {
  it('should be none before the start, though it is sent as 0 to 0', () => {
    expect(read({ score: { away: '0', home: '0' }, statusCode: -2 })).toMatchObject({
      awayScore: null,
      homeScore: null,
      winner: null,
    })
  })

  it('should be numbers, 0 too, once it is on', () => {
    expect(read({ score: { away: '0', home: '12' }, statusCode: -1 })).toMatchObject({
      awayScore: 0,
      homeScore: 12,
      winner: null,
    })
  })

  it.each([
    { away: '10', home: '8', winner: 'away' },
    { away: '2', home: '3', winner: 'home' },
    { away: '4', home: '4', winner: 'draw' },
  ])('should say that $winner has won with $away to $home', ({ winner, ...score }) => {
    expect(read({ score, statusCode: 8 }).winner).toBe(winner)
  })

  it('should count when a side has forfeited, and tell no winner of a score that tells none', () => {
    const forfeited = { status: 'Forfeit', statusCode: 0 }

    expect(read({ ...forfeited, score: { away: '0', home: '7' } })).toMatchObject({
      awayScore: 0,
      homeScore: 7,
      winner: 'home',
    })
    expect(read({ ...forfeited, score: { away: '0', home: '0' } }).winner).toBeNull()
  })

  it.each([
    ['<bsgame>', 'runs', 'bsgame'],
    ['<bbgame>', 'score', 'bbgame'],
  ])('should come from the box score while the game lacks it: %s', async (_name, word, root) => {
    const side = (vh: string, points: number) =>
      `<team vh="${vh}"><linescore ${word}="${points}"/></team>`
    const box = await parseBoxScore(`<${root}>${side('V', 3)}${side('H', 5)}</${root}>`)

    expect(
      read({
        boxScore: { root: box },
        score: { away: '', home: '' },
        status: 'Final',
        statusCode: 0,
      }),
    ).toMatchObject({ awayScore: 3, homeScore: 5, winner: 'home' })
  })

  it('should take nothing back when it is not there yet', () => {
    for (const score of [{ away: '', home: '' }, null, { away: '-', home: '-' }]) {
      const game = read({ score, statusCode: 0 })
      expect(game).not.toHaveProperty('homeScore')
      expect(game).not.toHaveProperty('awayScore')
      expect(game).not.toHaveProperty('winner')
    }
  })
})

describe('what else a game says', () => {
  it('should be UTC, though moments have no mark', () => {
    expect(
      read({ lastUpdatedDateTime: '2030-03-13T01:02:03', startDateTime: '2030-03-09T22:30:00' }),
    ).toMatchObject({
      providerUpdatedAt: '2030-03-13T01:02:03.000Z',
      startsAt: '2030-03-09T22:30:00.000Z',
    })
    expect(read({ startDateTime: '2030-03-09 22:30' }).startsAt).toBe('2030-03-09T22:30:00.000Z')
  })

  it('should do without one team or both', () => {
    const both = read({ teams: { awayTeam: null, homeTeam: null } })
    const one = read({ teams: { awayTeam: TEAM, homeTeam: null } })

    expect(both).toMatchObject({ awayTeam: null, homeTeam: null, title: 'TBA at TBA' })
    expect(one).toMatchObject({
      awayTeam: reference({
        externalId: TEAM.teamId,
        resource: 'teams',
        stub: { name: 'Harbour & Bay Owls' },
      }),
      title: 'Harbour & Bay Owls at TBA',
    })
    expect(read({})).not.toHaveProperty('homeTeam')
  })

  it('should take empty text for nothing', () => {
    expect(read({ city: '', notes: '-', venue: 'Amber Field' })).toMatchObject({
      notes: null,
      venue: { name: 'Amber Field', city: null },
    })
  })
})
