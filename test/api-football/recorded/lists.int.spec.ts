import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { RunDetails } from '../../../src/sync/store/runs/read/findRun.js'
import type { Recordings } from '../../recordings/findRecordings.js'
import type { StoredDocument } from '../createFootballProject.js'
import type { ApiFootballTest } from './createApiFootballTest.js'

import { createAnswer } from '../../fixtures/api-football/createAnswer.js'
import { findRecordings } from '../../recordings/findRecordings.js'
import { createApiFootballTest } from './createApiFootballTest.js'

type Season = { current: boolean; end: string; start: string; year: number }

type League = {
  country: { name: string }
  league: { id: number; name: string; type: string }
  seasons: Season[]
}

const RESOURCES = ['countries', 'leagues', 'seasons'] as const

/** What is odd in the lists. */
type Odd = {
  /** Countries, leagues and seasons. */
  counts: readonly [number, number, number]
  /** A league that had its season of 2020 in another year. */
  cup: number
  current: number
  premierLeagues: number
  /** Seasons with the year of another. */
  shifted: number
  /** Leagues with two seasons of one year. */
  twice: number
  twiceNames: readonly string[]
  /** A league with two current seasons. */
  twoCurrent: number
}

const ODD: Record<Recordings['name'], Odd> = {
  // Everything the provider has, as somebody recorded it in November 2021.
  recorded: {
    counts: [168, 886, 3909],
    cup: 4,
    current: 887,
    premierLeagues: 32,
    shifted: 150,
    twice: 5,
    twiceNames: ['Girabola', 'Ligue Haïtienne', 'Sudani Premier League', 'Iraqi League'],
    twoCurrent: 44,
  },
  reduced: {
    counts: [8, 7, 18],
    cup: 9101,
    current: 8,
    premierLeagues: 2,
    shifted: 3,
    twice: 1,
    twiceNames: ['Stone Vale League'],
    twoCurrent: 9105,
  },
}

describe.each(findRecordings('api-football'))('a full sync of $name lists', ({ name, read }) => {
  const odd = ODD[name]
  let leagues: League[]
  let runs: RunDetails[]
  let stored: Record<(typeof RESOURCES)[number], StoredDocument[]>
  let test: ApiFootballTest

  beforeAll(async () => {
    test = await createApiFootballTest({
      now: '2021-11-20T12:00:00Z',
      options: { seasons: 'all' },
    })
    const list = read('leagues/leagues-all-2021-11.json') as { response: League[] }
    leagues = list.response
    test.server.setRoute('/countries', { body: read('countries/countries-full.json') })
    test.server.setRoute('/leagues', { body: list })
    runs = []
    for (const resource of RESOURCES) {
      runs.push(await test.sync({ resource }))
    }
    const [countries, allLeagues, seasons] = await Promise.all(RESOURCES.map(test.find))
    stored = { countries: countries!, leagues: allLeagues!, seasons: seasons! }
  })

  afterAll(async () => {
    await test.close()
  })

  const seasonsOf = (leagueId: number) => {
    const { id } = stored.leagues.find(({ externalId }) => externalId === String(leagueId))!
    return stored.seasons.filter(({ league }) => league === id)
  }

  it('should store every record with one request a list and open no issue', async () => {
    expect(
      runs.map(({ counts, error, requests, status }) => [counts, error, requests, status]),
    ).toEqual(
      odd.counts.map((count) => [
        expect.objectContaining({ conflicts: 0, created: count, fetched: count, invalid: 0 }),
        null,
        1,
        'completed',
      ]),
    )
    expect(RESOURCES.map((key) => stored[key].length)).toEqual(odd.counts)
    expect(await test.find('syncIssues')).toEqual([])
  })

  it('should store each league with its country and seasons', () => {
    const countries = new Map(stored.countries.map(({ id, name }) => [id, name]))
    const byId = new Map(stored.leagues.map((league) => [league.externalId, league]))
    const types: Record<string, string> = { Cup: 'cup', League: 'league' }

    for (const { country, league, seasons } of leagues) {
      const document = byId.get(String(league.id))!
      expect(document).toMatchObject({
        name: league.name,
        type: types[league.type],
        provider: 'api-football',
      })
      expect(countries.get(document.country as number)).toBe(country.name)
      expect(
        seasonsOf(league.id)
          .map(({ externalId }) => externalId)
          .toSorted(),
      ).toEqual(seasons.map(({ start, year }) => `${league.id}:${year}:${start}`).toSorted())
    }
  })

  it('should find everything unchanged in a second pass and write nothing', async () => {
    test.takeWrites()

    for (const resource of RESOURCES) {
      const { counts, status } = await test.sync({ resource })
      expect(status).toBe('completed')
      expect(counts).toMatchObject({
        created: 0,
        missing: 0,
        unchanged: counts.fetched,
        updated: 0,
      })
    }

    expect(test.takeWrites()).toEqual([])
    expect(await test.find('syncIssues')).toEqual([])
  })

  describe('with what is odd in them', () => {
    it('should keep two seasons of one league and year apart', () => {
      const twice = leagues.filter(
        ({ seasons }) => new Set(seasons.map(({ year }) => year)).size < seasons.length,
      )

      expect(twice.map(({ league }) => league.name)).toEqual(
        expect.arrayContaining([...odd.twiceNames]),
      )
      expect(twice).toHaveLength(odd.twice)
      for (const { league, seasons } of twice) {
        expect(seasonsOf(league.id)).toHaveLength(seasons.length)
      }
    })

    it('should keep the year the provider gives a season that began in another', () => {
      const shifted = stored.seasons.filter(
        ({ startDate, year }) => Number(String(startDate).slice(0, 4)) !== year,
      )

      expect(shifted).toHaveLength(odd.shifted)
      expect(seasonsOf(odd.cup).find(({ year }) => year === 2020)).toMatchObject({
        name: '2020',
        startDate: '2019-03-21T12:00:00.000Z',
      })
    })

    it('should bear two current seasons in one league', () => {
      const current = stored.seasons.filter(({ isCurrent }) => isCurrent)

      expect(current).toHaveLength(odd.current)
      expect(seasonsOf(odd.twoCurrent).filter(({ isCurrent }) => isCurrent)).toHaveLength(2)
    })

    it('should know a country by its name: England and Wales share a code, World has none', () => {
      const codeOf = (id: string): unknown =>
        stored.countries.find(({ externalId }) => externalId === id)?.code

      expect(['England', 'Wales', 'Northern-Ireland'].map(codeOf)).toEqual(['GB', 'GB', 'GB'])
      expect(['Ukraine', 'Crimea'].map(codeOf)).toEqual(['UA', 'UA'])
      expect(codeOf('World')).toBeNull()
      expect(codeOf('Costa-Rica')).toBe('CR')
    })

    it('should give each league called "Premier League" a slug of its own', () => {
      const slugs = stored.leagues
        .filter(({ name }) => name === 'Premier League')
        .map(({ slug }) => slug)

      expect(slugs).toHaveLength(odd.premierLeagues)
      expect(slugs).toContain('england-premier-league')
      expect(new Set(stored.leagues.map(({ slug }) => slug)).size).toBe(leagues.length)
    })
  })

  it('should follow a league that is renamed, and one whose id goes to another competition', async () => {
    const [first, ...others] = leagues
    const renamed = { ...first!, league: { ...first!.league, name: 'Copa Paulino Alcantara' } }
    test.server.setRoute('/leagues', createAnswer({ rows: [renamed, ...others] }))

    const run = await test.sync({ resource: 'leagues' })

    const before = stored.leagues.find(({ externalId }) => externalId === String(first!.league.id))!
    const after = await test.find('leagues')
    expect(run.counts).toMatchObject({ created: 0, missing: 0, updated: 1 })
    expect(after).toHaveLength(leagues.length)
    expect(after.find(({ id }) => id === before.id)).toMatchObject({
      name: 'Copa Paulino Alcantara',
      slug: before.slug,
      externalId: before.externalId,
    })
  })

  it.each([
    // Of the day: that of a minute is waited for.
    { code: 'RATE_LIMITED', errors: { requests: 'Limit of the day.' } },
    { code: 'ACCESS_DENIED', errors: { plan: 'Free plans do not have access.' } },
    { code: 'CREDENTIALS_REFUSED', errors: { token: 'Missing application key.' } },
  ])(
    'should take no league for gone when the answer is $code inside status 200',
    async ({ code, errors }) => {
      test.server.setRoute('/leagues', createAnswer({ errors, rows: [] }))

      const run = await test.sync({ resource: 'leagues' })

      expect(run).toMatchObject({
        counts: { fetched: 0, missing: 0 },
        error: { code },
        status: 'failed',
      })
      expect(await test.find('leagues')).toHaveLength(leagues.length)
      expect(await test.find('syncIssues')).toEqual([])
    },
  )
})
