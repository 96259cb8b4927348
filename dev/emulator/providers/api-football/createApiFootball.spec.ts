import { describe, expect, it } from 'vitest'

import type { Json, Row } from '../../json.js'

import { jsonText } from '../../json.js'
import { valueAt } from './query/conditions.js'
import { startTestApiFootball } from './startTestApiFootball.js'

const LAST_DAY = '/fixtures?date=2025-05-25'

const valuesAt = (rows: Row[], path: string): unknown[] => rows.map((row) => valueAt(row, path))

describe('access', () => {
  it('should be refused without the key, and with a wrong one, in the words of the provider', async () => {
    const { get } = await startTestApiFootball({ token: 'right' })
    const refused = {
      body: { get: 'countries', parameters: [], response: [], results: 0 },
      errors: { token: expect.stringMatching(/^Error\/Missing application key\./) as string },
      status: 200,
    }

    expect(await get('/countries', {})).toMatchObject(refused)
    expect(await get('/countries', { headers: { 'x-apisports-key': 'wrong' } })).toMatchObject(
      refused,
    )
    expect((await get('/countries', { headers: { 'x-apisports-key': 'right' } })).errors).toEqual(
      [],
    )
  })

  it('should be refused with any other header or method', async () => {
    const { get } = await startTestApiFootball()
    const headers = { 'x-apisports-key': 'any' }

    expect(
      (await get('/countries', { headers: { ...headers, 'content-type': 'application/json' } }))
        .errors,
    ).toEqual({ headers: 'The content-type header is not allowed.' })
    expect(
      (await get('/countries', { headers: { ...headers, authorization: 'x' } })).errors,
    ).toEqual({ headers: 'The authorization header is not allowed.' })
    expect((await get('/countries', { headers, method: 'POST' })).errors).toHaveProperty('method')
  })

  it('should be refused for what is no endpoint', async () => {
    const { get } = await startTestApiFootball()

    expect((await get('/matches')).errors).toEqual({ endpoint: 'This endpoint do not exist.' })
  })
})

describe('parameters', () => {
  it.each([
    ['/teams', 'required', 'At least one parameter is required.'],
    [
      '/countries?search=Eng&name=x',
      'name',
      'The Name field cannot be used with the Search field.',
    ],
    ['/countries?search=En', 'search', 'The Search field must be at least 3 characters in length.'],
    ['/fixtures?from=2025-05-01&to=2025-05-02', 'from', 'The From field need another parameter.'],
    ['/fixtures?league=39', 'league', 'The League field need another parameter.'],
    ['/fixtures?id=1&date=2025-05-25', 'id', 'The Id field cannot be used with the Date field.'],
    ['/fixtures?days=3', 'days', 'The Days field do not exist.'],
    ['/fixtures?date=2025-02-30', 'date', 'The Date field must contain a valid date (YYYY-MM-DD).'],
    ['/teams?league=x&season=2024', 'league', 'The League field must contain an integer.'],
    ['/players?season=2024&league=1&page=0', 'page', expect.stringContaining('greater than 0')],
    [`/fixtures?ids=${Array(21).fill(1).join('-')}`, 'ids', expect.stringContaining('up to 20')],
  ])('should be checked: %s', async (path, parameter, text) => {
    const { get } = await startTestApiFootball()
    const { body, errors, status } = await get(path)

    expect({ errors, status }).toEqual({ errors: { [parameter]: text }, status: 200 })
    expect(body).toMatchObject({ response: [], results: 0 })
  })

  it('should be repeated in the answer, as text', async () => {
    const { get } = await startTestApiFootball()

    expect((await get(LAST_DAY)).body).toMatchObject({
      errors: [],
      get: 'fixtures',
      paging: { current: 1, total: 1 },
      parameters: { date: '2025-05-25' },
    })
  })
})

describe('plans', () => {
  it.each([
    ['/fixtures?league=39&season=2025', 'this season, try from 2021 to 2023.'],
    ['/teams?league=39&season=2020', 'this season, try from 2021 to 2023.'],
    ['/fixtures?date=2025-06-17', 'this date, try from 2025-06-14 to 2025-06-16.'],
    ['/fixtures?ids=1-2', 'the Ids parameter.'],
    ['/fixtures?last=5', 'the Last parameter.'],
    ['/fixtures?next=5', 'the Next parameter.'],
  ])('should refuse %s on the free one only', async (path, what) => {
    const { emulator, get } = await startTestApiFootball({ plan: 'free' })

    expect((await get(path)).errors).toEqual({ plan: `Free plans do not have access to ${what}` })
    emulator.settings.plan = 'pro'
    expect((await get(path)).errors).toEqual([])
  })

  it('should let the free one have single matches, near days and middle-aged seasons', async () => {
    const { emulator, get } = await startTestApiFootball({ plan: 'free' })
    const [id] = emulator.world.matches.keys()

    for (const path of [
      `/fixtures?id=${id}`,
      '/fixtures?live=all',
      '/fixtures?date=2025-06-14',
      '/players?team=1&season=2023',
    ]) {
      expect((await get(path)).errors).toEqual([])
    }
  })
})

describe('quota', () => {
  const left = ({ headers }: { headers: Headers }) => ({
    day: [
      headers.get('x-ratelimit-requests-remaining'),
      headers.get('x-ratelimit-requests-limit'),
    ].map(Number),
    minute: [headers.get('x-ratelimit-remaining'), headers.get('x-ratelimit-limit')].map(Number),
  })

  it('should be told by two pairs of headers, and not by /status', async () => {
    const { get } = await startTestApiFootball({ plan: 'free' })

    expect(left(await get('/countries'))).toEqual({ day: [99, 100], minute: [9, 10] })
    const status = await get('/status')
    expect(status.body).toMatchObject({
      response: { requests: { current: 1, limit_day: 100 }, subscription: { plan: 'Free' } },
      results: 1,
    })
    expect(status.headers.has('x-ratelimit-requests-remaining')).toBe(false)
    expect(status.headers.has('x-ratelimit-remaining')).toBe(false)
    expect(left(await get('/teams'))).toEqual({ day: [98, 100], minute: [8, 10] })
  })

  it('should run out by the minute and be full in the next one', async () => {
    const { emulator, get } = await startTestApiFootball({ requestsPerMinute: 2 })
    await get('/countries')
    await get('/countries')

    const refused = await get('/countries')
    expect(refused).toMatchObject({
      body: { response: [], results: 0 },
      errors: { rateLimit: 'Too many requests. Your rate limit is 2 requests per minute.' },
      status: 200,
    })
    // What is refused costs nothing.
    expect(left(refused)).toEqual({ day: [7498, 7500], minute: [0, 2] })
    expect((await get('/status')).errors).toEqual([])
    emulator.clock.advance(60_000)
    expect((await get('/countries')).errors).toEqual([])
  })

  it('should run out by the day until midnight in UTC, and tell the time', async () => {
    const { emulator, get } = await startTestApiFootball({ requestsPerDay: 1 })
    await get('/countries')

    const { errors, headers } = await get('/countries')
    expect(errors).toMatchObject({
      requests: expect.stringMatching(/^You have reached .* for the day/) as string,
    })
    expect(headers.get('date')).toBe('Sun, 15 Jun 2025 12:00:00 GMT')
    emulator.clock.set(new Date('2025-06-15T23:59:59Z'))
    expect((await get('/countries')).errors).toHaveProperty('requests')
    emulator.clock.set(new Date('2025-06-16T00:00:00Z'))
    expect((await get('/countries')).errors).toEqual([])
  })

  it('should not be used up by what has no access', async () => {
    const { get } = await startTestApiFootball({ requestsPerDay: 1 })
    await get('/countries', {})
    await get('/nothing')

    expect((await get('/countries')).errors).toEqual([])
  })

  it('should also be refused with 429 on request', async () => {
    const { emulator, get } = await startTestApiFootball()
    emulator.faults.add({ kind: 'rateLimit', times: 1 })

    const refused = await get('/countries')
    expect(refused).toMatchObject({ errors: { rateLimit: expect.any(String) }, status: 429 })
    expect(left(refused).minute).toEqual([0, 300])
  })
})

describe('lists', () => {
  it('should have all leagues with all their seasons in one answer, the continents as one country', async () => {
    const { emulator, get } = await startTestApiFootball()
    const { body, rows } = await get('/leagues')

    expect(body.results).toBe(emulator.world.leagues.size)
    const english = rows().find((row) => valueAt(row, 'country.name') === 'England')
    expect(english).toMatchObject({
      country: { code: 'GB' },
      league: { name: 'Premier League', type: 'League' },
      seasons: [
        { current: false, year: 2023 },
        { coverage: { fixtures: { events: true } }, current: true, year: 2024 },
      ],
    })
    const cup = rows().find((row) => valueAt(row, 'league.type') === 'Cup')
    expect(cup).toMatchObject({ country: { name: 'World', code: null, flag: null } })
  })

  it('should leave out the seasons that were not asked for', async () => {
    const { get } = await startTestApiFootball()
    const { rows } = await get('/leagues?season=2023')

    expect(rows()).toMatchObject([{ seasons: [{ year: 2023 }] }])
    expect((await get('/leagues?current=true')).rows()).toHaveLength(2)
    expect((await get('/leagues/seasons')).body.response).toEqual([2023, 2024])
  })

  it('should know countries by a name with hyphens, once each', async () => {
    const { get } = await startTestApiFootball()
    const names = valuesAt((await get('/countries')).rows(), 'name')

    expect(new Set(names).size).toBe(names.length)
    expect(names).toContain('Czech-Republic')
    expect(names.filter((name) => name === 'World')).toHaveLength(1)
    expect((await get('/countries?code=gb')).rows()).toHaveLength(2)
    expect((await get('/countries?search=czech')).rows()).toMatchObject([{ code: 'CZ' }])
  })

  it('should have the teams of a season, and a squad for each', async () => {
    const { emulator, get } = await startTestApiFootball()
    const season = [...emulator.world.seasons.values()].find(({ name }) => name === '2023/2024')
    const { rows } = await get(`/teams?league=${season?.leagueId}&season=2023`)

    expect(valuesAt(rows(), 'team.id').sort()).toEqual([...(season?.teamIds ?? [])].sort())
    const [teamId] = season?.teamIds ?? []
    const [squad] = (await get(`/players/squads?team=${teamId}`)).rows()
    expect(squad?.players).toHaveLength(18)
    expect(squad).toMatchObject({ team: { id: teamId } })
    expect((await get('/players/squads?team=1')).body).toMatchObject({ errors: [], results: 0 })
  })

  it('should have players in pages of twenty, each once', async () => {
    const { emulator, get } = await startTestApiFootball()
    const season = [...emulator.world.seasons.values()].find(({ name }) => name === '2023/2024')
    const path = `/players?league=${season?.leagueId}&season=2023`
    const ids: unknown[] = []
    for (let page = 1; page <= 18; page += 1) {
      const { body, rows } = await get(page === 1 ? path : `${path}&page=${page}`)
      expect(body).toMatchObject({ paging: { current: page, total: 18 }, results: 20 })
      ids.push(...valuesAt(rows(), 'player.id'))
    }

    expect(new Set(ids).size).toBe(360)
    expect((await get(`${path}&page=19`)).body).toMatchObject({ errors: [], results: 0 })
  })
})

describe('fixtures', () => {
  it('should come whole, by season, day, window and team', async () => {
    const { emulator, get } = await startTestApiFootball()
    const { world } = emulator
    const [match] = world.matchesBetween({
      from: Date.UTC(2025, 4, 25),
      to: Date.UTC(2025, 4, 26) - 1,
    })
    const season = `league=${match?.leagueId}&season=2024`

    expect((await get(`/fixtures?${season}`)).body.results).toBe(380)
    const day = (await get(LAST_DAY)).rows()
    expect(day).toHaveLength(10)
    expect((await get(`/fixtures?${season}&from=2025-05-24&to=2025-05-25`)).rows()).toHaveLength(10)
    expect((await get(`/fixtures?team=${match?.homeTeamId}&${season}`)).rows()).toHaveLength(38)
    expect((await get(`/fixtures?${season}&status=NS-PST`)).rows()).toEqual([])
    expect((await get('/fixtures?last=3')).rows()).toHaveLength(3)
  })

  it('should bring events only when ids or what is live are asked for', async () => {
    const { emulator, get } = await startTestApiFootball({ now: '2025-05-25T16:30:00Z' })
    const live = (await get('/fixtures?live=all')).rows()
    const ids = valuesAt(live, 'fixture.id')
    const leagues = new Set(valuesAt(live, 'league.id'))

    expect(live).toHaveLength(10)
    expect(live.every(({ events }) => Array.isArray(events))).toBe(true)
    expect((await get(`/fixtures?live=${[...leagues].join('-')}`)).rows()).toEqual(live)
    expect((await get('/fixtures?live=1-2')).rows()).toEqual([])
    expect((await get(`/fixtures?ids=${ids.join('-')}`)).rows()).toEqual(live)
    expect((await get(`/fixtures?id=${jsonText(ids[0] as Json)}`)).rows()).toEqual(live.slice(0, 1))
    expect((await get(LAST_DAY)).rows().some((row) => 'events' in row)).toBe(false)
    emulator.clock.advance(4 * 60 * 60_000)
    expect((await get('/fixtures?live=all')).body).toMatchObject({ errors: [], results: 0 })
  })

  it('should mirror the running score as that of half-time, and let it name a winner', async () => {
    const { emulator, get } = await startTestApiFootball({ now: '2025-05-25T16:44:00Z' })
    const firstHalf = (await get('/fixtures?live=all')).rows()

    expect(new Set(valuesAt(firstHalf, 'fixture.status.short'))).toEqual(new Set(['1H']))
    expect(firstHalf.some((row) => valueAt(row, 'teams.home.winner') === true)).toBe(true)
    for (const row of firstHalf) {
      expect(valueAt(row, 'score.halftime')).toEqual(row.goals)
      expect(valueAt(row, 'score.fulltime')).toEqual({ away: null, home: null })
      expect(valueAt(row, 'fixture.periods.second')).toBeNull()
    }
    emulator.clock.set(new Date('2025-05-25T16:52:00Z'))
    const [paused] = (await get(`${LAST_DAY}&status=HT`)).rows()
    expect(paused).toMatchObject({ fixture: { status: { elapsed: 45, long: 'Halftime' } } })
  })

  it('should keep 90 minutes, extra time and shoot-out apart', async () => {
    const { emulator, get } = await startTestApiFootball()
    const { world } = emulator
    const match = [...world.matches.values()].find(({ result }) => result?.penalties)
    const { startsAt = 0 } = match ?? {}
    const minutes = async (count: number) => {
      emulator.clock.set(new Date(startsAt + count * 60_000))
      return (await get(`/fixtures?id=${match?.id}`)).rows()[0]
    }
    const { fullTime, penalties } = match?.result ?? {}
    const none = { away: null, home: null }

    expect(await minutes(80)).toMatchObject({ score: { extratime: none, fulltime: none } })
    expect(await minutes(125)).toMatchObject({
      fixture: { status: { short: 'ET' } },
      score: { extratime: { away: 0, home: 0 }, fulltime: fullTime, penalty: none },
    })
    expect(await minutes(300)).toMatchObject({
      fixture: { status: { elapsed: 120, extra: null, short: 'PEN' } },
      goals: fullTime,
      score: { extratime: { away: 0, home: 0 }, fulltime: fullTime, penalty: penalties },
    })
  })

  it('should spell names in another way on the next day', async () => {
    const { emulator, get } = await startTestApiFootball()
    const before = (await get(LAST_DAY)).rows()
    emulator.clock.advance(24 * 60 * 60_000)
    const after = (await get(LAST_DAY)).rows()

    for (const path of ['fixture.referee', 'fixture.venue.city']) {
      expect(valuesAt(after, path)).not.toEqual(valuesAt(before, path))
    }
    expect(valuesAt(before, 'fixture.referee').map(String)).toContainEqual(
      expect.stringMatching(/^\w\. /),
    )
    expect(valuesAt(before, 'fixture.referee').map(String)).toContainEqual(
      expect.stringContaining(', England'),
    )
    emulator.clock.advance(24 * 60 * 60_000)
    expect((await get(LAST_DAY)).rows()).toEqual(before)
  })

  it('should show what a test changed, added and removed', async () => {
    const { emulator, get } = await startTestApiFootball()
    const { records } = emulator
    const [first, second] = (await get(LAST_DAY)).rows()
    const idOf = (row: Row | undefined) => Number(valueAt(row ?? {}, 'fixture.id'))
    const entity = 'api-football/fixture'
    records.put({ id: idOf(first), entity, patch: { goals: { away: 9, home: 9 } } })
    records.remove({ id: idOf(second), entity })
    records.add({ entity, row: { ...second, id: 7, fixture: { id: 7, timestamp: 1_748_174_400 } } })

    const rows = (await get(LAST_DAY)).rows()
    expect(valuesAt(rows, 'fixture.id')).not.toContain(idOf(second))
    expect(rows[0]).toMatchObject({ id: 7 })
    expect(rows[1]).toMatchObject({ goals: { away: 9, home: 9 } })
    expect((await get(`/fixtures?id=${idOf(second)}`)).body.results).toBe(0)
  })
})

describe('distorted answers', () => {
  it('should be empty, doubled or without a response', async () => {
    const { emulator, get } = await startTestApiFootball()
    const { faults } = emulator
    faults.add({ kind: 'empty', times: 1 })
    faults.add({ kind: 'duplicate', times: 1 })
    faults.add({ kind: 'no-data', times: 1 })

    expect((await get('/leagues')).body).toMatchObject({ errors: [], response: [], results: 0 })
    expect((await get('/leagues')).body).toMatchObject({ results: 4 })
    expect((await get('/leagues')).body).not.toHaveProperty('response')
  })
})
