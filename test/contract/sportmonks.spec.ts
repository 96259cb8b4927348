import { existsSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { SportmonksOptions } from '../../src/providers/sportmonks/index.js'
import type { ReplayRoute, ReplayServer } from '../../src/testing/replayServer.js'

import { sportmonks } from '../../src/providers/sportmonks/index.js'
import {
  CredentialsRefusedError,
  EmptyAnswerError,
  InvalidAnswerError,
  NotFoundError,
} from '../../src/sdk/index.js'
import { createStoredRecords } from '../../src/testing/createStoredRecords.js'
import { startReplayServer } from '../../src/testing/replayServer.js'
import { describeSportmonksRecordings, RECORDINGS } from './describeSportmonksRecordings.js'
import { readFixture } from './readFixture.js'
import { NOW, readResource } from './readResource.js'

const TOKEN = 'invented-token-7f3a'

const own = (name: string) => ({ body: readFixture(name) })

const storedLeagues = [
  { document: { name: 'Harbour League' }, externalId: '9101' },
  { document: { name: 'Harbour Cup' }, externalId: '9102' },
]
const storedSeasons = [
  {
    document: { name: '2029/2030', isCurrent: false, league: '9101' },
    externalId: '91000',
  },
  {
    document: { name: '2030/2031', isCurrent: true, league: '9101' },
    externalId: '91001',
  },
  {
    document: {
      name: '2030/2031',
      isCurrent: false,
      league: { externalId: '9102', kind: 'sync-reference', resource: 'leagues' },
    },
    externalId: '91005',
  },
]
const stored = createStoredRecords({ leagues: storedLeagues, seasons: storedSeasons })

describe('sportmonks over HTTP', () => {
  let server: ReplayServer

  beforeEach(async () => {
    vi.stubEnv('SPORTMONKS_API_TOKEN', undefined)
    vi.stubEnv('SPORTMONKS_BASE_URL', undefined)
    server = await startReplayServer()
  })

  afterEach(async () => {
    vi.unstubAllEnvs()
    await server.close()
  })

  const answer = (path: string, route: ReplayRoute) => server.setRoute(`/v3${path}`, route)
  const provider = (options: SportmonksOptions = {}) =>
    sportmonks({ apiToken: TOKEN, baseUrl: `${server.baseUrl}/v3`, ...options })
  const asked = () => server.requests.map(({ path, query }) => ({ path: path.slice(3), ...query }))

  describe('requests', () => {
    it('should carry the token in a header and never in a URL', async () => {
      answer('/football/leagues', own('leagues'))

      await readResource({ name: 'leagues', provider: provider() })

      expect(server.requests).toHaveLength(1)
      expect(server.requests[0]?.headers.authorization).toBe(TOKEN)
      expect(server.requests[0]?.url).not.toContain(TOKEN)
    })

    it.each([
      { body: readFixture('no-results'), error: EmptyAnswerError },
      { body: { data: [], timezone: 'UTC' }, error: InvalidAnswerError },
    ])('should fail with $error.name on status 200 and $body', async ({ body, error }) => {
      answer('/football/leagues', { body })

      const [scope] = await readResource({ name: 'leagues', provider: provider() })

      expect(scope?.error).toBeInstanceOf(error)
      expect(scope?.documents.size).toBe(0)
    })
  })

  describe('countries', () => {
    it('should follow a cursor that comes as a URL', async () => {
      answer('/core/countries', ({ query }) =>
        own(query.cursor === 'c2Vjb25k' ? 'countries-page-2' : 'countries-page-1'),
      )

      const [scope] = await readResource({ name: 'countries', provider: provider() })

      expect(asked()).toEqual([
        { path: '/core/countries', per_page: '50' },
        { cursor: 'c2Vjb25k', path: '/core/countries', per_page: '50' },
      ])
      expect(scope).toMatchObject({ invalid: [], pages: 2, scope: { provesAbsence: true } })
      expect([...scope!.documents]).toEqual([
        ['9001', expect.objectContaining({ name: 'Amberland', code: 'NL' })],
        ['9002', expect.objectContaining({ name: 'England-like', code: null })],
        ['9003', expect.objectContaining({ name: 'Continent', code: null })],
      ])
    })

    it('should follow pages where there is no cursor, and repeat nothing for ever', async () => {
      const { data } = readFixture('countries-page-1')
      answer('/core/countries', ({ query }) => {
        const page = Number(query.page ?? 1)
        const pagination = { count: 2, current_page: page, has_more: page < 3, per_page: 25 }
        return { body: { data, pagination } }
      })

      const [scope] = await readResource({ name: 'countries', provider: provider() })

      expect(asked().map((query) => 'page' in query && query.page)).toEqual([false, '2', '3'])
      expect(scope).toMatchObject({ pages: 3 })
      expect(scope?.documents.size).toBe(2)
    })

    it('should stop where the provider names the same cursor again', async () => {
      const body = {
        data: readFixture('countries-page-1').data,
        pagination: { has_more: true, next_cursor: 'again', per_page: 50 },
      }
      answer('/core/countries', { body })

      const [scope] = await readResource({ name: 'countries', provider: provider() })

      expect(scope).toMatchObject({ error: expect.any(InvalidAnswerError), pages: 1 })
    })
  })

  describe('leagues', () => {
    it('should list all of the subscription, which proves no absence', async () => {
      answer('/football/leagues', own('leagues'))

      const [scope] = await readResource({ name: 'leagues', provider: provider() })

      expect(scope?.scope.provesAbsence ?? false).toBe(false)
      expect([...scope!.documents.keys()]).toEqual(['9101', '9102'])
      expect(scope?.documents.get('9102')).toMatchObject({ name: 'Harbour Cup', type: 'cup' })
    })

    it('should ask for each league of the option by itself, so that only the refused one fails', async () => {
      const { data } = readFixture('league-9101-with-seasons')
      answer('/football/leagues/9101', { body: { data } })
      answer('/football/leagues/9109', own('no-results'))

      const scopes = await readResource({
        name: 'leagues',
        provider: provider({ leagues: [9101, 9109] }),
      })

      expect(scopes.map(({ scope: { key } }) => key)).toEqual(['league:9101', 'league:9109'])
      expect([...scopes[0]!.documents.keys()]).toEqual(['9101'])
      expect(scopes[1]?.error).toBeInstanceOf(EmptyAnswerError)
    })

    it('should refuse another league than the one it asked for', async () => {
      answer('/football/leagues/9109', own('league-9101-with-seasons'))

      const [scope] = await readResource({
        name: 'leagues',
        provider: provider({ leagues: [9109] }),
      })

      expect(scope?.error).toBeInstanceOf(InvalidAnswerError)
    })
  })

  describe('seasons', () => {
    beforeEach(() => {
      answer('/football/leagues/9101', own('league-9101-with-seasons'))
      answer('/football/leagues/9102', own('league-9102-with-seasons'))
    })

    const onlyLeagues = createStoredRecords({ leagues: storedLeagues })

    it('should take the current season, or the newest where there is none', async () => {
      const scopes = await readResource({
        name: 'seasons',
        provider: provider(),
        stored: onlyLeagues,
      })

      expect(asked()[0]).toEqual({ include: 'seasons', path: '/football/leagues/9101' })
      expect(
        scopes.map(({ documents, scope: { key, label } }) => [key, label, ...documents.keys()]),
      ).toEqual([
        ['league:9101', 'Seasons of Harbour League', '91001'],
        ['league:9102', 'Seasons of Harbour Cup', '91005'],
      ])
    })

    it('should keep what is stored in scope, so that last year’s season stops being current', async () => {
      const [scope] = await readResource({ name: 'seasons', provider: provider(), stored })

      expect(scope?.documents.get('91000')).toMatchObject({ isCurrent: false, isFinished: true })
      expect(scope?.documents.has('91002')).toBe(false)
      expect(scope?.scope.provesAbsence).toBe(true)
    })

    it('should take all seasons where asked to', async () => {
      const scopes = await readResource({
        name: 'seasons',
        provider: provider({ seasons: 'all' }),
        stored: onlyLeagues,
      })

      expect(scopes.flatMap(({ documents }) => [...documents.keys()])).toEqual([
        '91000',
        '91001',
        '91002',
        '91010',
        '91005',
      ])
    })

    it('should ask for named seasons by id and need no league for it', async () => {
      const data = { id: 91000, name: '2029/2030', league_id: 9101 }
      answer('/football/seasons/91000', { body: { data } })

      const [scope] = await readResource({
        name: 'seasons',
        provider: provider({ seasons: [91000] }),
      })

      expect([...scope!.documents.keys()]).toEqual(['91000'])
    })

    it('should say so where a named season is of a league that is left out', async () => {
      const data = { id: 91000, name: '2029/2030', league_id: 9101 }
      answer('/football/seasons/91000', { body: { data } })

      const [scope] = await readResource({
        name: 'seasons',
        provider: provider({ leagues: [9102], seasons: [91000] }),
      })

      expect(String(scope?.error)).toContain('Season 91000 belongs to league 9101')
    })

    it('should say what to sync first where no league is stored', async () => {
      await expect(readResource({ name: 'seasons', provider: provider() })).rejects.toThrow(
        /Sync the resource "leagues" first/,
      )
    })

    it('should not take a league without its seasons for one that has none', async () => {
      answer('/football/leagues/9101', { body: { data: { id: 9101, name: 'Harbour League' } } })

      const [scope] = await readResource({ name: 'seasons', provider: provider(), stored })

      expect(scope?.error).toBeInstanceOf(InvalidAnswerError)
    })
  })

  describe('teams', () => {
    it('should read the teams of each current season', async () => {
      answer('/football/teams/seasons/91001', own('teams-season-91001'))
      answer('/football/teams/seasons/91005', own('no-results'))

      const [league, cup] = await readResource({ name: 'teams', provider: provider(), stored })

      expect(league?.scope).toMatchObject({
        key: 'season:91001',
        label: 'Harbour League 2030/2031',
      })
      expect([...league!.documents.keys()]).toEqual(['9201', '9202'])
      expect(league?.documents.get('9201')).toMatchObject({
        name: 'Port Amber',
        venue: { name: 'Quay Park', capacity: 12000, city: 'Amber' },
      })
      expect(cup?.error).toBeInstanceOf(EmptyAnswerError)
    })

    it('should fail for a league of the option that has no season stored, and for no other', async () => {
      answer('/football/teams/seasons/91001', own('teams-season-91001'))

      const scopes = await readResource({
        name: 'teams',
        provider: provider({ leagues: [9101, 9109] }),
        stored,
      })

      expect(scopes.map(({ scope: { key } }) => key)).toEqual(['season:91001', 'league:9109'])
      expect(scopes[0]?.documents.size).toBe(2)
      expect(scopes[1]?.error).toBeInstanceOf(NotFoundError)
    })

    it.each(['matches', 'teams'])('should say what to sync before %s', async (name) => {
      await expect(readResource({ name, provider: provider() })).rejects.toThrow(
        /Sync the resource "seasons" first/,
      )
    })
  })

  describe('players', () => {
    const withTeams = createStoredRecords({
      teams: [{ document: { name: 'Port Amber', isNational: false }, externalId: '9201' }],
    })

    it('should read players out of squads, by the player’s id and not the contract’s', async () => {
      answer('/football/squads/teams/9201', own('squad-team-9201'))

      const [scope] = await readResource({
        name: 'players',
        provider: provider(),
        stored: withTeams,
      })

      expect(asked()[0]).toMatchObject({ include: 'player', path: '/football/squads/teams/9201' })
      expect(scope?.invalid).toEqual([])
      expect([...scope!.documents]).toEqual([
        [
          '9501',
          expect.objectContaining({
            name: 'Ada Reef',
            position: 'midfielder',
            shirtNumber: 8,
            team: expect.objectContaining({ externalId: '9201' }) as unknown,
          }),
        ],
        [
          '9502',
          expect.objectContaining({ name: 'Bo Cliff', height: null, position: 'goalkeeper' }),
        ],
      ])
    })

    it('should not let a national squad say which club a player is at', async () => {
      answer('/football/squads/teams/9201', own('squad-team-9201'))
      const nationals = createStoredRecords({
        teams: [{ document: { name: 'Amberland', isNational: true }, externalId: '9201' }],
      })

      const [scope] = await readResource({
        name: 'players',
        provider: provider(),
        stored: nationals,
      })

      expect(scope?.documents.get('9501')).not.toHaveProperty('team')
    })

    it('should not take "no result" for an empty squad', async () => {
      answer('/football/squads/teams/9201', own('no-results'))

      const [scope] = await readResource({
        name: 'players',
        provider: provider(),
        stored: withTeams,
      })

      expect(scope?.error).toBeInstanceOf(EmptyAnswerError)
    })

    it('should say what to sync first where no team is stored', async () => {
      await expect(readResource({ name: 'players', provider: provider() })).rejects.toThrow(
        /Sync the resource "teams" first/,
      )
    })
  })

  describe('matches, full', () => {
    beforeEach(() => {
      answer('/football/fixtures', ({ query }) =>
        own(
          query.cursor === 'bmV4dA'
            ? 'fixtures-season-91001-page-2'
            : 'fixtures-season-91001-page-1',
        ),
      )
    })

    const ofLeague = () => provider({ leagues: [9101] })

    it('should read a season page by page and prove absence by it', async () => {
      const [scope] = await readResource({ name: 'matches', provider: ofLeague(), stored })

      expect(asked().map((query) => ({ ...query, include: undefined }))).toEqual([
        { filters: 'fixtureSeasons:91001', path: '/football/fixtures', per_page: '50' },
        {
          cursor: 'bmV4dA',
          filters: 'fixtureSeasons:91001',
          path: '/football/fixtures',
          per_page: '50',
        },
      ])
      expect(scope).toMatchObject({
        invalid: [],
        pages: 2,
        scope: { key: 'season:91001', provesAbsence: true },
      })
      expect([...scope!.documents.keys()]).toEqual(['940001', '940002', '940003'])
    })

    it('should map what it read: sides by location, no shoot-out in the score, events in order', async () => {
      const [scope] = await readResource({ name: 'matches', provider: ofLeague(), stored })

      expect(scope?.documents.get('940001')).toMatchObject({
        awayScore: 1,
        awayTeam: { externalId: '9202' },
        events: [
          { type: 'goal', minute: 30, player: 'Cy Dune', team: 'away' },
          { type: 'goal', minute: 88, relatedPlayer: 'Bo Cliff', team: 'home' },
          { type: 'shootoutGoal', minute: 120 },
        ],
        homeScore: 1,
        homeTeam: { externalId: '9201' },
        penalties: { away: 7, home: 6 },
        round: null,
        stage: 'Regular Season',
        state: 'finished',
        title: 'Port Amber – Stone Vale',
        winner: 'away',
      })
      expect(scope?.documents.get('940002')).toMatchObject({
        homePlaceholder: '1st Group A',
        homeTeam: null,
        startsAt: null,
        state: 'scheduled',
        title: '1st Group A – Stone Vale',
      })
      expect(scope?.documents.get('940003')).toMatchObject({
        providerStatus: 'state 99',
        state: 'unknown',
      })
    })

    it('should store nothing where the season filter was ignored', async () => {
      const [scope] = await readResource({
        name: 'matches',
        provider: provider({ seasons: [91777] }),
        stored,
      })

      expect(scope?.error).toBeInstanceOf(InvalidAnswerError)
      expect(String(scope?.error)).toContain('season 91777')
      expect(scope?.documents.size).toBe(0)
    })
  })

  describe('matches, incremental', () => {
    const window = '/football/fixtures/between/2031-03-02/2031-03-19'

    it('should ask for the days around now, and only for the leagues of the option', async () => {
      const body = readFixture('fixtures-season-91001-page-2')
      const [row] = body.data as Record<string, unknown>[]
      const foreign = { ...row, id: 949999, league_id: 9999 }
      const outside = { ...row, id: 949998, starting_at: '2031-04-01 18:00:00' }
      answer(window, { body: { ...body, data: [row, foreign, outside] } })

      const [scope] = await readResource({
        name: 'matches',
        mode: 'incremental',
        provider: provider({ leagues: [9101, 9102] }),
      })

      expect(asked()).toEqual([
        expect.objectContaining({ filters: 'fixtureLeagues:9101,9102', path: window }),
      ])
      expect(scope?.scope.provesAbsence ?? false).toBe(false)
      expect([...scope!.documents.keys()]).toEqual(['940003'])
    })

    it('should name the seasons where the option does, and nothing where it has neither', async () => {
      answer(window, own('fixtures-season-91001-page-2'))

      const args = { name: 'matches', mode: 'incremental' } as const
      await readResource({ ...args, provider: provider({ seasons: [91001] }) })
      await readResource({ ...args, provider: provider() })

      expect(asked()[0]).toMatchObject({ filters: 'fixtureSeasons:91001' })
      expect(asked()[1]).not.toHaveProperty('filters')
    })

    it('should reach back to the last complete sync, in windows of at most 100 days', async () => {
      const scopes = await readResource({
        name: 'matches',
        mode: 'incremental',
        provider: provider({ daysAhead: 0, daysBack: 1 }),
        since: new Date('2030-10-02T00:00:00Z'),
      })

      expect(scopes.map(({ scope: { key } }) => key)).toEqual([
        'between:2030-10-01:2031-01-08',
        'between:2031-01-09:2031-03-05',
      ])
    })

    it('should not take "no result" for a window without matches', async () => {
      answer(window, own('no-results'))

      const [scope] = await readResource({
        name: 'matches',
        mode: 'incremental',
        provider: provider(),
      })

      expect(scope?.error).toBeInstanceOf(EmptyAnswerError)
    })
  })

  describe('matches, live', () => {
    const inplay = '/football/livescores/inplay'
    const live = { name: 'matches', mode: 'live' } as const
    const wasLive = (id: number, lastSeenAt = new Date(NOW.getTime() - 60_000)) => ({
      document: { state: 'live' },
      externalId: String(id),
      lastSeenAt,
    })

    it('should read what is being played, with its minute', async () => {
      answer(inplay, own('inplay'))

      const [list, left] = await readResource({ ...live, provider: provider({ leagues: [9101] }) })

      expect(asked()).toEqual([
        expect.objectContaining({ filters: 'fixtureLeagues:9101', path: inplay }),
      ])
      expect(list?.documents.get('940010')).toMatchObject({
        awayScore: 1,
        halftime: { away: 1, home: 1 },
        homeScore: 2,
        minute: 58,
        state: 'live',
        winner: null,
      })
      expect(left).toMatchObject({ pages: 1 })
      expect(left?.error).toBeUndefined()
    })

    it('should end the list and prove nothing when nothing is on', async () => {
      answer(inplay, own('no-results'))

      const [list] = await readResource({ ...live, provider: provider() })

      expect(list?.error).toBeUndefined()
      expect(list?.documents.size).toBe(0)
      expect(list?.scope.provesAbsence ?? false).toBe(false)
    })

    it('should let every other failure of the live list through', async () => {
      answer(inplay, { body: { message: 'Please provide a valid API token' }, status: 401 })

      const [list] = await readResource({ ...live, provider: provider() })

      expect(list?.error).toBeInstanceOf(CredentialsRefusedError)
    })

    it('should fetch a match that left the list once more by id, for its final score', async () => {
      answer(inplay, own('no-results'))
      answer('/football/fixtures/multi/940011', own('fixture-940011-finished'))
      const stored = createStoredRecords({
        matches: [
          wasLive(940011),
          wasLive(940012, NOW),
          { document: { state: 'finished' }, externalId: '940013', lastSeenAt: new Date(0) },
        ],
      })

      const [, left] = await readResource({ ...live, provider: provider(), stored })

      expect(asked().at(-1)).toMatchObject({ path: '/football/fixtures/multi/940011' })
      expect(left?.error).toBeUndefined()
      expect([...left!.documents]).toEqual([
        ['940011', expect.objectContaining({ homeScore: 3, state: 'finished', winner: 'home' })],
      ])
    })

    it('should ask for at most 50 matches at once, and for all of them', async () => {
      const [template] = readFixture('fixture-940011-finished').data as Record<string, unknown>[]
      const ids = Array.from({ length: 70 }, (_, index) => 940100 + index)
      const chunks = [ids.slice(0, 50), ids.slice(50)]
      answer(inplay, own('no-results'))
      for (const chunk of chunks) {
        const data = chunk.map((id) => ({ ...template, id }))
        answer(`/football/fixtures/multi/${chunk.join(',')}`, { body: { data } })
      }
      const stored = createStoredRecords({ matches: ids.map((id) => wasLive(id)) })

      const [, left] = await readResource({ ...live, provider: provider(), stored })

      expect(left).toMatchObject({ pages: 2 })
      expect(left?.error).toBeUndefined()
      expect(left?.documents.size).toBe(70)
    })

    it('should ask again for what an answer lacked', async () => {
      const [template] = readFixture('fixture-940011-finished').data as Record<string, unknown>[]
      answer(inplay, own('no-results'))
      answer('/football/fixtures/multi/940011,940012', { body: { data: [template] } })
      answer('/football/fixtures/multi/940012', { body: { data: [{ ...template, id: 940012 }] } })
      const stored = createStoredRecords({ matches: [wasLive(940011), wasLive(940012)] })

      const [, left] = await readResource({ ...live, provider: provider(), stored })

      expect(left?.error).toBeUndefined()
      expect([...left!.documents.keys()]).toEqual(['940011', '940012'])
    })

    it('should store what it got and then name the matches that are in no list any more', async () => {
      answer(inplay, own('no-results'))
      answer('/football/fixtures/multi/940011,940012', own('fixture-940011-finished'))
      answer('/football/fixtures/multi/940012', own('no-results'))
      const stored = createStoredRecords({ matches: [wasLive(940011), wasLive(940012)] })

      const [, left] = await readResource({ ...live, provider: provider(), stored })

      expect([...left!.documents.keys()]).toEqual(['940011'])
      expect(left?.error).toBeInstanceOf(NotFoundError)
      expect(String(left?.error)).toContain('940012')
    })
  })
})

// The recordings have no licence that would let them into the repository.
if (existsSync(RECORDINGS)) {
  describeSportmonksRecordings()
}
