import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { RunDetails } from '../../../src/sync/store/runs/read/findRun.js'
import type { StoredDocument } from '../createFootballProject.js'
import type { ApiFootballTest } from './createApiFootballTest.js'

import { createAnswer } from '../../fixtures/api-football/createAnswer.js'
import { createApiFootballTest } from './createApiFootballTest.js'
import { readRecording, RECORDINGS } from './readRecording.js'

type Season = { current: boolean; end: string; start: string; year: number }

type League = {
  country: { name: string }
  league: { id: number; name: string; type: string }
  seasons: Season[]
}

const RESOURCES = ['countries', 'leagues', 'seasons'] as const

/** Everything the provider has, as somebody recorded it in November 2021. */
describe.runIf(existsSync(RECORDINGS))('a full sync of 168 countries, 886 leagues', () => {
  let leagues: League[]
  let runs: RunDetails[]
  let stored: Record<(typeof RESOURCES)[number], StoredDocument[]>
  let test: ApiFootballTest

  beforeAll(async () => {
    test = await createApiFootballTest({
      now: '2021-11-20T12:00:00Z',
      options: { seasons: 'all' },
    })
    const list = readRecording('leagues/leagues-all-2021-11.json') as { response: League[] }
    leagues = list.response
    test.server.setRoute('/countries', { body: readRecording('countries/countries-full.json') })
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
      [168, 886, 3909].map((count) => [
        expect.objectContaining({ conflicts: 0, created: count, fetched: count, invalid: 0 }),
        null,
        1,
        'completed',
      ]),
    )
    expect(RESOURCES.map((key) => stored[key].length)).toEqual([168, 886, 3909])
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
    it('should keep two seasons of one league and year apart: 5 leagues have such', () => {
      const twice = leagues.filter(
        ({ seasons }) => new Set(seasons.map(({ year }) => year)).size < seasons.length,
      )

      expect(twice.map(({ league }) => league.name)).toEqual(
        expect.arrayContaining([
          'Girabola',
          'Ligue Haïtienne',
          'Sudani Premier League',
          'Iraqi League',
        ]),
      )
      expect(twice).toHaveLength(5)
      for (const { league, seasons } of twice) {
        expect(seasonsOf(league.id)).toHaveLength(seasons.length)
      }
    })

    it('should keep the year the provider gives a season that began in another: 150 do', () => {
      const shifted = stored.seasons.filter(
        ({ startDate, year }) => Number(String(startDate).slice(0, 4)) !== year,
      )

      expect(shifted).toHaveLength(150)
      expect(seasonsOf(4).find(({ year }) => year === 2020)).toMatchObject({
        name: '2020',
        startDate: '2019-03-21T00:00:00.000Z',
      })
    })

    it('should bear two current seasons in one league: FA WSL has them', () => {
      const current = stored.seasons.filter(({ isCurrent }) => isCurrent)

      expect(current).toHaveLength(887)
      expect(seasonsOf(44).filter(({ isCurrent }) => isCurrent)).toHaveLength(2)
    })

    it('should know a country by its name: England and Wales share a code, World has none', () => {
      const codeOf = (id: string): unknown =>
        stored.countries.find(({ externalId }) => externalId === id)?.code

      expect(['England', 'Wales', 'Northern-Ireland'].map(codeOf)).toEqual(['GB', 'GB', 'GB'])
      expect(['Ukraine', 'Crimea'].map(codeOf)).toEqual(['UA', 'UA'])
      expect(codeOf('World')).toBeNull()
      expect(codeOf('Costa-Rica')).toBe('CR')
    })

    it('should give 32 leagues called "Premier League" a slug each', () => {
      const slugs = stored.leagues
        .filter(({ name }) => name === 'Premier League')
        .map(({ slug }) => slug)

      expect(slugs).toHaveLength(32)
      expect(slugs).toContain('england-premier-league')
      expect(new Set(stored.leagues.map(({ slug }) => slug)).size).toBe(886)
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
    expect(after).toHaveLength(886)
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
      expect(await test.find('leagues')).toHaveLength(886)
      expect(await test.find('syncIssues')).toEqual([])
    },
  )
})
