import { existsSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { ApiFootballOptions } from '../../src/providers/api-football/index.js'
import type { ReplayAnswer, ReplayRequest, ReplayServer } from '../../src/testing/replayServer.js'

import { apiFootball } from '../../src/providers/api-football/index.js'
import {
  AccessDeniedError,
  CredentialsRefusedError,
  InvalidAnswerError,
  NotFoundError,
  RateLimitedError,
  RequestRefusedError,
  UnavailableError,
} from '../../src/sdk/index.js'
import { createStoredRecords } from '../../src/testing/createStoredRecords.js'
import { startReplayServer } from '../../src/testing/replayServer.js'
import { createAnswer, createRefusal } from '../fixtures/api-football/createAnswer.js'
import { createFixtureRow } from '../fixtures/api-football/createFixtureRow.js'
import { createLeagueRow } from '../fixtures/api-football/createLeagueRow.js'
import { RECORDINGS } from '../recordings/readRecording.js'
import { describeApiFootballRecordings } from './describeApiFootballRecordings.js'
import { NOW, readResource } from './readResource.js'

const KEY = 'invented-key-7f3a'

const storedLeagues = [
  { document: { name: 'Harbour League' }, externalId: '9101' },
  { document: { name: 'Harbour Cup' }, externalId: '9102' },
]

const toStoredSeason = (leagueId: number, start: string, end: string, isCurrent = true) => ({
  document: {
    name: start.slice(0, 4),
    endDate: `${end}T12:00:00.000Z`,
    isCurrent,
    league: { externalId: String(leagueId), kind: 'sync-reference', resource: 'leagues' },
    startDate: `${start}T12:00:00.000Z`,
    year: 2030,
  },
  externalId: `${leagueId}:2030:${start}`,
})

const seeds = {
  leagues: storedLeagues,
  seasons: [
    toStoredSeason(9101, '2030-02-01', '2030-07-30', false),
    toStoredSeason(9101, '2030-08-16', '2031-05-25'),
    toStoredSeason(9102, '2030-03-01', '2030-09-01'),
  ],
}
const stored = createStoredRecords(seeds)

/** A match as it was stored earlier. */
const toStoredMatch = (id: number, document: Record<string, unknown>) => ({
  document,
  externalId: String(id),
})

const DAY_MS = 24 * 60 * 60_000
const EARLIER = new Date(NOW.getTime() - 60 * 60_000).toISOString()

describe('api-football over HTTP', () => {
  let server: ReplayServer

  beforeEach(async () => {
    vi.stubEnv('API_FOOTBALL_KEY', undefined)
    vi.stubEnv('SPORTS_PROVIDER_API_KEY', undefined)
    server = await startReplayServer()
  })

  afterEach(async () => {
    vi.unstubAllEnvs()
    await server.close()
  })

  const provider = (options: ApiFootballOptions = {}) =>
    apiFootball({ apiKey: KEY, baseUrl: server.baseUrl, ...options })
  const asked = () => server.requests.map(({ path, query }) => ({ path, ...query }))
  const ids = (read: { documents: Map<string, unknown> }[]) =>
    read.flatMap(({ documents }) => [...documents.keys()])

  describe('requests', () => {
    it('should carry the key in its header, no other of their own and nothing in the URL', async () => {
      server.setRoute('/countries', createAnswer({ rows: [] }))

      await readResource({ name: 'countries', provider: provider() })

      const [request] = server.requests
      // What the runtime itself sends with every request.
      const own = ['accept', 'accept-encoding', 'accept-language', 'connection', 'host']
      const sent = Object.keys(request!.headers).filter(
        (name) => !['sec-fetch-mode', 'user-agent', ...own].includes(name),
      )
      expect(sent).toEqual(['x-apisports-key'])
      expect(request).toMatchObject({ headers: { 'x-apisports-key': KEY }, method: 'GET' })
      expect(request?.url).toBe('/countries')
    })

    it.each<{ answer: ReplayAnswer; error: new (...args: never[]) => Error; name: string }>([
      {
        name: 'token',
        answer: createRefusal({ token: 'No key.' }),
        error: CredentialsRefusedError,
      },
      { name: 'access', answer: createRefusal({ access: 'Out.' }), error: CredentialsRefusedError },
      { name: 'plan', answer: createRefusal({ plan: 'Not yours.' }), error: AccessDeniedError },
      { name: 'day', answer: createRefusal({ requests: 'Spent.' }), error: RateLimitedError },
      { name: 'minute', answer: createRefusal({ rateLimit: 'Spent.' }), error: RateLimitedError },
      { name: 'bug', answer: createRefusal([{ bug: 'Sorry.' }]), error: UnavailableError },
      { name: 'field', answer: createRefusal({ search: 'Short.' }), error: RequestRefusedError },
      { name: 'errors of a new form', answer: createRefusal('No.'), error: RequestRefusedError },
      {
        name: 'no errors at all',
        answer: { body: { response: [], results: 0 } },
        error: InvalidAnswerError,
      },
      {
        name: 'fewer rows than results',
        answer: { body: { ...createAnswer({ rows: [] }).body, results: 3 } },
        error: InvalidAnswerError,
      },
      {
        name: 'another page',
        answer: createAnswer({ current: 2, rows: [], total: 2 }),
        error: InvalidAnswerError,
      },
      { name: 'status 499', answer: { body: {}, status: 499 }, error: UnavailableError },
    ])('should fail with $error.name on $name', async ({ answer, error }) => {
      server.setRoute('/leagues', answer)

      const [scope] = await readResource({ name: 'leagues', provider: provider() })

      expect(scope?.error).toBeInstanceOf(error)
      expect(String(scope?.error)).not.toContain(KEY)
      expect(scope?.documents.size).toBe(0)
    })
  })

  describe('leagues and seasons', () => {
    const rows = [
      createLeagueRow({
        seasons: [
          { end: '2030-05-01', start: '2029-08-16', year: 2029 },
          { current: true, end: '2031-05-25', start: '2030-08-16', year: 2030 },
        ],
      }),
      createLeagueRow({
        id: 9102,
        name: 'Harbour Cup',
        seasons: [{ current: true, end: '2019-06-01', start: '2019-01-10', year: 2019 }],
      }),
    ]

    beforeEach(() => server.setRoute('/leagues', createAnswer({ rows })))

    it('should read all leagues in one request, which proves who is absent', async () => {
      const read = await readResource({ name: 'leagues', provider: provider() })

      expect(asked()).toEqual([{ path: '/leagues' }])
      expect(ids(read)).toEqual(['9101', '9102'])
      expect(read[0]?.scope.provesAbsence).toBe(true)
    })

    it('should keep to the leagues of the option, and prove nothing of the others', async () => {
      const read = await readResource({ name: 'leagues', provider: provider({ leagues: [9102] }) })

      expect(asked()).toHaveLength(1)
      expect(ids(read)).toEqual(['9102'])
      expect(read[0]?.scope).toMatchObject({ key: 'chosen' })
      expect(read[0]?.scope.provesAbsence).toBeUndefined()
    })

    it.each(['leagues', 'seasons'])(
      'should read the %s that exist and then name the league that does not',
      async (name) => {
        const read = await readResource({ name, provider: provider({ leagues: [9101, 9999] }) })

        expect(ids(read)).toHaveLength(1)
        expect(read[0]?.error).toBeInstanceOf(NotFoundError)
        expect(String(read[0]?.error)).toContain('9999')
        expect(asked()).toHaveLength(1)
      },
    )

    it('should read current seasons, with those stored before, or all, or those of a year', async () => {
      const seasonsOf = async (options: ApiFootballOptions, records = createStoredRecords()) =>
        ids(await readResource({ name: 'seasons', provider: provider(options), stored: records }))
      const before = createStoredRecords({
        seasons: [{ document: {}, externalId: '9101:2029:2029-08-16' }],
      })
      const [old, current, cup] = [
        '9101:2029:2029-08-16',
        '9101:2030:2030-08-16',
        '9102:2019:2019-01-10',
      ]

      expect(await seasonsOf({})).toEqual([current, cup])
      expect(await seasonsOf({}, before)).toEqual([old, current, cup])
      expect(await seasonsOf({ seasons: 'all' })).toEqual([old, current, cup])
      expect(await seasonsOf({ leagues: [9101], seasons: [2029] })).toEqual([old])
    })

    it('should report rows that cannot be read instead of losing them', async () => {
      const broken = { ...rows[0], seasons: [{ current: true, year: 2030 }, null] }
      server.setRoute('/leagues', createAnswer({ rows: [broken, { league: null }] }))

      const [read] = await readResource({ name: 'seasons', provider: provider() })

      expect(read?.invalid).toHaveLength(3)
    })
  })

  describe('season by season', () => {
    it('should ask for each league and year once, though there are two seasons of the year', async () => {
      server.setRoute('/teams', createAnswer({ rows: [{ team: { id: 1, name: 'A' } }] }))

      await readResource({ name: 'teams', provider: provider(), stored })

      expect(asked()).toEqual([
        { league: '9101', path: '/teams', season: '2030' },
        { league: '9102', path: '/teams', season: '2030' },
      ])
    })

    it('should give each match the season that it was played in', async () => {
      const early = { timestamp: Date.parse('2030-03-05T15:00:00Z') / 1000 }
      const rows = [createFixtureRow({ id: 1 }), createFixtureRow({ id: 2, fixture: early })]
      server.setRoute('/fixtures', createAnswer({ rows }))

      const [read] = await readResource({
        name: 'matches',
        provider: provider({ leagues: [9101] }),
        stored,
      })

      expect(read?.scope).toMatchObject({ key: 'season:9101:2030', provesAbsence: true })
      expect([...read!.documents.values()].map(({ season }) => season)).toMatchObject([
        { externalId: '9101:2030:2030-08-16' },
        { externalId: '9101:2030:2030-02-01' },
      ])
    })

    it('should believe an empty list, for its errors are empty', async () => {
      server.setRoute('/fixtures', createAnswer({ rows: [] }))

      const [read] = await readResource({ name: 'matches', provider: provider(), stored })

      expect(read).toMatchObject({ invalid: [], pages: 1 })
      expect(read).not.toHaveProperty('error')
    })

    it('should refuse matches of another league than it asked for', async () => {
      const rows = [createFixtureRow(), createFixtureRow({ id: 2, league: { id: 7 } })]
      server.setRoute('/fixtures', createAnswer({ rows }))

      const [read] = await readResource({ name: 'matches', provider: provider(), stored })

      expect(read?.error).toBeInstanceOf(InvalidAnswerError)
      expect(read?.documents.size).toBe(0)
    })

    it.each(['matches', 'teams'])('should say what to sync before %s', async (name) => {
      await expect(readResource({ name, provider: provider() })).rejects.toThrow(
        /Sync the resource "seasons" first/,
      )
    })

    it('should fail for a league of the option without a season, and for no other', async () => {
      server.setRoute('/teams', createAnswer({ rows: [] }))

      const [found, lacking] = await readResource({
        name: 'teams',
        provider: provider({ leagues: [9101, 9109] }),
        stored,
      })

      expect(found).not.toHaveProperty('error')
      expect(lacking?.error).toBeInstanceOf(NotFoundError)
    })
  })

  describe('players', () => {
    const teams = [
      { document: { name: 'Port Amber', isNational: false }, externalId: '9201' },
      { document: { name: 'Amberland', isNational: true }, externalId: '9209' },
    ]
    const withTeams = createStoredRecords({ ...seeds, teams })
    const squadOf = ({ query: { team } }: ReplayRequest) =>
      createAnswer({
        rows: [
          {
            players: [{ id: 5, name: 'P. Gulls', number: 7, position: 'Attacker' }],
            team: { id: Number(team), name: 'Any' },
          },
        ],
      })

    it('should read each squad in one request', async () => {
      server.setRoute('/players/squads', squadOf)

      const [club, country] = await readResource({
        name: 'players',
        provider: provider(),
        stored: withTeams,
      })

      expect(asked()).toEqual([
        { path: '/players/squads', team: '9201' },
        { path: '/players/squads', team: '9209' },
      ])
      expect(club?.documents.get('5')).toMatchObject({
        shirtNumber: 7,
        team: { externalId: '9201' },
      })
      expect(country?.documents.get('5')).not.toHaveProperty('team')
    })

    it('should page through details, where a player may come twice', async () => {
      server.setRoute('/players/squads', squadOf)
      server.setRoute('/players', ({ query: { page = '1' } }) =>
        createAnswer({
          current: Number(page),
          rows: [{ player: { id: 5, name: 'P. Gulls', height: '187 cm' }, statistics: [] }],
          total: 3,
        }),
      )

      const read = await readResource({
        name: 'players',
        provider: provider({ leagues: [9102], playerDetails: true }),
        stored: withTeams,
      })

      expect(asked().slice(2)).toEqual([
        { league: '9102', path: '/players', season: '2030' },
        { league: '9102', page: '2', path: '/players', season: '2030' },
        { league: '9102', page: '3', path: '/players', season: '2030' },
      ])
      expect(read.at(-1)).toMatchObject({ pages: 3 })
      expect(read.at(-1)?.documents.get('5')).toEqual({ name: 'P. Gulls', height: 187 })
    })
  })

  describe('incremental', () => {
    const read = (options: ApiFootballOptions, since?: Date) =>
      readResource({
        name: 'matches',
        mode: 'incremental',
        provider: provider(options),
        stored,
        ...(since && { since }),
      })

    beforeEach(() => server.setRoute('/fixtures', createAnswer({ rows: [] })))

    it('should ask for the days around now of the seasons that are under way', async () => {
      await read({})

      expect(asked()).toEqual([
        {
          from: '2031-03-02',
          league: '9101',
          path: '/fixtures',
          season: '2030',
          to: '2031-03-19',
        },
      ])
    })

    it('should look back from the last complete sync', async () => {
      await read({}, new Date(NOW.getTime() - 10 * DAY_MS))

      expect(asked()).toMatchObject([{ from: '2031-02-20', to: '2031-03-19' }])
    })

    it('should ask day by day for all leagues at once where that is fewer requests', async () => {
      const leagues = Array.from({ length: 5 }, (_, index) => 9201 + index)
      const rows = [
        createFixtureRow({ id: 1, league: { id: 9201 } }),
        createFixtureRow({ id: 2, league: { id: 7777 } }),
      ]
      server.setRoute('/fixtures', createAnswer({ rows }))

      const days = await readResource({
        name: 'matches',
        mode: 'incremental',
        provider: provider({ daysAhead: 1, daysBack: 1, leagues }),
        stored: createStoredRecords({
          seasons: leagues.map((id) => toStoredSeason(id, '2030-08-16', '2031-05-25')),
        }),
      })

      expect(asked().map((query) => 'date' in query && query.date)).toEqual([
        '2031-03-04',
        '2031-03-05',
        '2031-03-06',
      ])
      expect([...days[0]!.documents]).toEqual([
        ['1', expect.objectContaining({ season: expect.anything() as unknown })],
      ])
      expect(days[0]?.scope.provesAbsence).toBeUndefined()
    })
  })

  describe('live', () => {
    type Seed = ReturnType<typeof toStoredMatch>

    const read = (matches: Seed[], options: ApiFootballOptions = {}) =>
      readResource({
        name: 'matches',
        mode: 'live',
        provider: provider(options),
        stored: createStoredRecords({ ...seeds, matches }),
      })
    const on = (id: number, startsAt = EARLIER) => toStoredMatch(id, { startsAt, state: 'live' })
    const finished = (id: number) => createFixtureRow({ id, short: 'FT' })

    const answerWith = (answer: (query: Record<string, string>) => ReplayAnswer) =>
      server.setRoute('/fixtures', ({ query }) =>
        query.live ? createAnswer({ rows: [] }) : answer(query),
      )

    it('should ask for everything that is on, or for the leagues of the option', async () => {
      answerWith(() => createAnswer({ rows: [] }))

      await read([])
      await read([], { leagues: [9101, 9102] })

      expect(asked()).toEqual([
        { live: 'all', path: '/fixtures' },
        { live: '9101-9102', path: '/fixtures' },
      ])
    })

    it.each([
      { name: 'that is over', asks: false, startsAt: EARLIER, state: 'finished' },
      {
        name: 'of tomorrow',
        asks: false,
        startsAt: '2031-03-06T19:00:00.000Z',
        state: 'scheduled',
      },
      {
        name: 'of this morning',
        asks: false,
        startsAt: '2031-03-05T09:00:00.000Z',
        state: 'scheduled',
      },
      { name: 'of an hour ago', asks: true, startsAt: EARLIER, state: 'scheduled' },
      {
        name: 'about to begin',
        asks: true,
        startsAt: '2031-03-05T19:05:00.000Z',
        state: 'scheduled',
      },
      { name: 'that is on', asks: true, startsAt: '2031-03-05T14:00:00.000Z', state: 'live' },
      { name: 'never ended', asks: false, startsAt: '2031-03-05T09:00:00.000Z', state: 'live' },
    ])('should ask of the leagues of the option with a match $name: $asks', async (seed) => {
      answerWith(() => createAnswer({ rows: [finished(1)] }))
      const { name: _name, asks, ...document } = seed

      await read([toStoredMatch(1, document)], { leagues: [9101] })

      expect(server.requests.length > 0).toBe(asks)
    })

    it('should map what is on with its events and season', async () => {
      const events = [
        {
          type: 'Goal',
          detail: 'Penalty',
          player: { name: 'A. Quay' },
          team: { id: 9201 },
          time: { elapsed: 10 },
        },
      ]
      const row = createFixtureRow({
        elapsed: 12,
        events,
        goals: { away: 0, home: 1 },
        short: '1H',
      })
      server.setRoute('/fixtures', createAnswer({ rows: [row] }))

      const [live] = await read([])

      expect(live?.documents.get('940001')).toMatchObject({
        events: [{ type: 'penalty', minute: 10, player: 'A. Quay', team: 'home' }],
        homeScore: 1,
        minute: 12,
        season: { externalId: '9101:2030:2030-08-16' },
        state: 'live',
      })
    })

    it('should ask by its id for the one match that left the list', async () => {
      answerWith(({ id }) => createAnswer({ rows: [finished(Number(id))] }))

      const [, left] = await read([on(5), on(6, '2031-03-04T18:00:00.000Z')])

      expect(asked().slice(1)).toEqual([{ id: '5', path: '/fixtures' }])
      expect(left?.documents.get('5')).toMatchObject({ state: 'finished' })
    })

    it('should ask for twenty at once', async () => {
      const numbers = Array.from({ length: 23 }, (_, index) => 101 + index)
      answerWith(({ id, ids: joined }) =>
        createAnswer({ rows: (joined ?? id)!.split('-').map((one) => finished(Number(one))) }),
      )

      const read1 = await read(numbers.map((id) => on(id)))

      expect(asked().slice(1)).toEqual([
        { ids: numbers.slice(0, 20).join('-'), path: '/fixtures' },
        { ids: '121-122-123', path: '/fixtures' },
      ])
      expect(ids(read1)).toHaveLength(23)
    })

    it('should ask one by one where the plan refuses several ids', async () => {
      answerWith(({ id, ids: joined }) =>
        joined
          ? createRefusal({ plan: 'Free plans do not have access to the Ids parameter.' })
          : createAnswer({ rows: [finished(Number(id))] }),
      )

      const [, left] = await read([on(1), on(2), on(3)])

      expect(asked().slice(1)).toEqual([
        { ids: '1-2-3', path: '/fixtures' },
        { id: '1', path: '/fixtures' },
        { id: '2', path: '/fixtures' },
        { id: '3', path: '/fixtures' },
      ])
      expect([...left!.documents.keys()]).toEqual(['1', '2', '3'])
      expect(left).not.toHaveProperty('error')
    })

    it('should store the others before it says which matches are not answered for', async () => {
      answerWith(() => createAnswer({ rows: [finished(1)] }))

      const [, left] = await read([on(1), on(2)])

      expect([...left!.documents.keys()]).toEqual(['1'])
      expect(left?.error).toBeInstanceOf(NotFoundError)
      expect(String(left?.error)).toContain(': 2.')
    })

    it('should fail where the plan refuses a single match', async () => {
      answerWith(() => createRefusal({ plan: 'Free plans do not have access to this season.' }))

      const [, left] = await read([on(1)])

      expect(left?.error).toBeInstanceOf(AccessDeniedError)
    })
  })
})

if (existsSync(RECORDINGS)) {
  describeApiFootballRecordings()
}
