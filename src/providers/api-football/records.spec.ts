import { describe, expect, it } from 'vitest'

import { createLeagueRow } from '../../../test/fixtures/api-football/createLeagueRow.js'
import { countrySchema, toCountry } from './countries.js'
import { leagueSchema, toLeague } from './leagues.js'
import { playerSchema, toPlayer } from './players.js'
import { seasonSchema, toSeason, toSeasonId } from './seasons.js'
import { teamSchema, toTeam } from './teams.js'

const named = (resource: string, externalId: string, name?: string) => ({
  externalId,
  kind: 'sync-reference',
  resource,
  ...(name && { stub: { name } }),
})

describe('toCountry', () => {
  it.each([
    ['GB', 'GB'],
    ['GB-ENG', 'GB-ENG'],
    ['England', null],
    [null, null],
  ])('should make of the code %s %s', (code, expected) => {
    expect(toCountry(countrySchema.parse({ name: 'England', code, flag: null }))).toEqual({
      name: 'England',
      code: expected,
      flag: null,
    })
  })
})

describe('toLeague', () => {
  it.each([
    ['League', 'league'],
    ['Cup', 'cup'],
    ['Tour', 'other'],
  ])('should map the type %s to %s and point to the country by its name', (type, expected) => {
    const { country, league } = createLeagueRow()

    expect(toLeague(leagueSchema.parse({ country, league: { ...league, type } }))).toEqual({
      name: 'Harbour League',
      type: expected,
      country: named('countries', 'Amberland', 'Amberland'),
      logo: 'https://media.example.test/9101.png',
    })
  })
})

describe('toSeason', () => {
  const map = (season: { current?: boolean; end?: string; start: string; year: number }) => {
    const [row] = createLeagueRow({ seasons: [season] }).seasons
    return seasonSchema.parse({ ...row, leagueId: 9101 })
  }

  it('should map dates, league and what the provider has for it', () => {
    const season = map({ current: true, end: '2031-05-25', start: '2030-08-16', year: 2030 })

    expect(toSeasonId(season)).toBe('9101:2030:2030-08-16')
    expect(toSeason(season)).toEqual({
      name: '2030/2031',
      coverage: {
        events: true,
        fixtures: true,
        injuries: false,
        lineups: true,
        odds: false,
        players: true,
        predictions: true,
        standings: true,
        statistics: false,
      },
      endDate: '2031-05-25T00:00:00.000Z',
      isCurrent: true,
      league: named('leagues', '9101'),
      startDate: '2030-08-16T00:00:00.000Z',
      year: 2030,
    })
  })

  it.each([
    { name: '2030', end: '2030-11-01', start: '2030-02-01', year: 2030 },
    { name: '2020', end: '2020-07-01', start: '2019-03-21', year: 2020 },
    { name: '2022', end: '2023-06-17', start: '2023-03-11', year: 2022 },
  ])('should call the season of $year from $start to $end $name', ({ name, ...season }) => {
    expect(toSeason(map(season)).name).toBe(name)
  })

  it('should keep two seasons of one league and year apart by their first day', () => {
    const ids = ['2018-02-10', '2018-10-27'].map((start) => toSeasonId(map({ start, year: 2018 })))

    expect(new Set(ids).size).toBe(2)
  })
})

describe('toTeam', () => {
  const row = {
    team: { id: 7, name: 'Sabah FA', country: 'New Zealand', founded: null, national: false },
    venue: { id: null, name: null, address: null, capacity: null, city: null },
  }

  it('should find the country in its hyphenated form, and bear a ground of which nothing is known', () => {
    expect(toTeam(teamSchema.parse(row))).toEqual({
      name: 'Sabah FA',
      country: named('countries', 'New-Zealand', 'New Zealand'),
      founded: null,
      isNational: false,
      venue: { name: null, capacity: null, city: null },
    })
  })

  it('should leave alone what was not sent', () => {
    expect(toTeam(teamSchema.parse({ team: { id: 7, name: 'Sabah FA' } }))).toEqual({
      name: 'Sabah FA',
    })
  })
})

describe('toPlayer', () => {
  const squad = {
    player: { id: 5, name: 'P. Gulls', age: 33, number: 1, photo: null, position: 'Goalkeeper' },
    team: { id: 173, name: 'Port Amber' },
  }

  it('should map a row of a squad and say nothing of what it does not tell', () => {
    expect(toPlayer({ isNational: false, record: playerSchema.parse(squad) })).toEqual({
      name: 'P. Gulls',
      photo: null,
      position: 'goalkeeper',
      shirtNumber: 1,
      team: named('teams', '173'),
    })
  })

  it('should take team and number from no national team', () => {
    const player = toPlayer({ isNational: true, record: playerSchema.parse(squad) })

    expect(player).not.toHaveProperty('team')
    expect(player).not.toHaveProperty('shirtNumber')
  })

  it('should map what a season’s list knows, but no team of several', () => {
    const record = playerSchema.parse({
      player: {
        id: 7,
        name: 'A. Quay',
        birth: { country: 'France', date: '1996-05-04', place: 'Tours' },
        firstname: 'Abel',
        height: '187 cm',
        lastname: 'Quay',
        nationality: 'Korea Republic',
        weight: '79 kg',
      },
      statistics: [{ team: { id: 173 } }, { team: { id: 174 } }],
    })

    expect(toPlayer({ isNational: false, record })).toEqual({
      name: 'A. Quay',
      dateOfBirth: '1996-05-04',
      firstName: 'Abel',
      height: 187,
      lastName: 'Quay',
      nationality: named('countries', 'Korea-Republic', 'Korea Republic'),
      weight: 79,
    })
  })

  it.each([
    ['187', 187],
    ['187cm', 187],
    ['6\'1"', null],
    ['74 in', null],
    [null, null],
  ])('should read the height %s as %s', (height, expected) => {
    const record = playerSchema.parse({ player: { ...squad.player, height } })

    expect(toPlayer({ isNational: false, record }).height).toBe(expected)
  })

  it.each([0, -1, null])('should not take %s for the id of somebody', (id) => {
    expect(playerSchema.safeParse({ player: { ...squad.player, id } }).success).toBe(false)
  })
})
