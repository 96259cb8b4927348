import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { TestKey } from '../project/testSlugs.js'
import type { ApiFootballTest } from './recorded/createApiFootballTest.js'

import { sportmonks } from '../../src/providers/sportmonks/index.js'
import { readFixture } from '../contract/readFixture.js'
import { createAnswer } from '../fixtures/api-football/createAnswer.js'
import { AWAY, createFixtureRow, HOME } from '../fixtures/api-football/createFixtureRow.js'
import { createLeagueRow } from '../fixtures/api-football/createLeagueRow.js'
import { createApiFootballTest } from './recorded/createApiFootballTest.js'

const RESOURCES = ['countries', 'leagues', 'seasons', 'teams', 'matches'] as const
const PROVIDERS = ['sportmonks', 'api-football']

/** Both invent the same ids: league 9101, teams 9201 and 9202, match 940001. */
describe('two soccer providers in one project', () => {
  let test: ApiFootballTest

  const idsOf = async (key: TestKey, provider: string) =>
    (await test.find(key))
      .filter((document) => document.provider === provider)
      .map(({ externalId }) => externalId)

  beforeAll(async () => {
    test = await createApiFootballTest({
      now: '2031-03-05T19:00:00Z',
      options: { leagues: [9101] },
      others: ({ baseUrl }) => [
        sportmonks({ apiToken: 'invented', baseUrl: `${baseUrl}/v3`, leagues: [9101] }),
      ],
    })
    const own = (name: string) => ({ body: readFixture(name) })
    const { setRoute } = test.server
    setRoute('/v3/core/countries', ({ query }) =>
      own(query.cursor ? 'countries-page-2' : 'countries-page-1'),
    )
    setRoute('/v3/football/leagues/9101', own('league-9101-with-seasons'))
    setRoute('/v3/football/teams/seasons/91001', own('teams-season-91001'))
    setRoute('/v3/football/fixtures', ({ query }) =>
      own(query.cursor ? 'fixtures-season-91001-page-2' : 'fixtures-season-91001-page-1'),
    )
    const league = createLeagueRow()
    setRoute('/countries', createAnswer({ rows: [league.country] }))
    setRoute('/leagues', createAnswer({ rows: [league] }))
    setRoute('/teams', createAnswer({ rows: [{ team: HOME }, { team: AWAY }] }))
    setRoute('/fixtures', createAnswer({ rows: [createFixtureRow()] }))
  })

  afterAll(async () => {
    await test.close()
  })

  it('should store the records of both, each under its own provider', async () => {
    for (const resource of RESOURCES) {
      for (const provider of PROVIDERS) {
        const run = await test.sync({ provider, resource })
        expect(run).toMatchObject({ counts: { invalid: 0 }, error: null, status: 'completed' })
      }
    }

    for (const provider of PROVIDERS) {
      expect(await idsOf('leagues', provider)).toEqual(['9101'])
      expect(await idsOf('teams', provider)).toEqual(expect.arrayContaining(['9201', '9202']))
      expect(await idsOf('matches', provider)).toContain('940001')
    }
    expect(await idsOf('seasons', 'api-football')).toEqual(['9101:2030:2030-08-16'])
    expect(await idsOf('countries', 'api-football')).toEqual(['Amberland'])
    expect(await test.find('syncIssues')).toEqual([])
  })

  it('should point to records of the same provider only', async () => {
    const providerOf = async (key: TestKey) =>
      new Map((await test.find(key)).map(({ id, provider }) => [id, provider]))
    const [leagues, seasons, teams] = await Promise.all([
      providerOf('leagues'),
      providerOf('seasons'),
      providerOf('teams'),
    ])

    for (const match of await test.find('matches')) {
      const { homePlaceholder, league, provider, season } = match
      expect([
        leagues.get(league as number),
        seasons.get(season as number),
        // "1st Group A" is no club yet.
        homePlaceholder ? provider : teams.get(match.homeTeam as number),
        teams.get(match.awayTeam as number),
      ]).toEqual([provider, provider, provider, provider])
    }
  })

  it('should give two leagues of one name a slug each', async () => {
    const leagues = await test.find('leagues')

    expect(leagues.map(({ name }) => name)).toEqual(['Harbour League', 'Harbour League'])
    expect(new Set(leagues.map(({ slug }) => slug)).size).toBe(2)
  })

  it('should find everything unchanged again, whoever went last', async () => {
    test.takeWrites()

    for (const resource of RESOURCES) {
      for (const provider of PROVIDERS) {
        const { counts } = await test.sync({ provider, resource })
        expect(counts).toMatchObject({ created: 0, missing: 0, updated: 0 })
      }
    }

    expect(test.takeWrites()).toEqual([])
  })
})
