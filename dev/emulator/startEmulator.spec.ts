import { describe, expect, it } from 'vitest'

import type { Row } from './json.js'

import { FAULT_KINDS } from './server/createFaults.js'
import { startEmulator } from './startEmulator.js'
import { startTestEmulator } from './startTestEmulator.js'

const LEAGUES = '/v3/football/leagues'
const FIXTURES = '/v3/football/fixtures'

const startRaw = async () => {
  const test = await startTestEmulator()
  const ask = (path = LEAGUES, init: RequestInit = {}) =>
    fetch(`${test.emulator.url}${path}`, {
      ...init,
      headers: { authorization: 'token', ...init.headers },
    })
  return { ...test, ask, faults: test.emulator.faults }
}

describe('faults', () => {
  it('should answer with a status, a body and Retry-After, as often as told', async () => {
    const { ask, faults } = await startRaw()
    faults.add({
      after: 1,
      body: { oh: 'no' },
      kind: 'status',
      retryAfter: 'Wed, 21 Oct 2026 07:28:00 GMT',
      status: 503,
      times: 1,
    })
    expect((await ask()).status).toBe(200)
    const failed = await ask()
    expect(failed.status).toBe(503)
    expect(failed.headers.get('retry-after')).toBe('Wed, 21 Oct 2026 07:28:00 GMT')
    expect(await failed.json()).toEqual({ oh: 'no' })
    expect((await ask()).status).toBe(200)
    expect(faults.list()).toMatchObject([{ hits: 1, seen: 2 }])
  })

  it('should hit only the path and the page of the rule', async () => {
    const { ask, emulator, faults } = await startRaw()
    faults.add({ kind: 'status', page: 2, path: '/fixtures\\?.*per_page=50/' })

    expect((await ask(LEAGUES)).status).toBe(200)
    expect((await ask(`${FIXTURES}?per_page=25&page=2`)).status).toBe(200)
    const first = await ask(`${FIXTURES}?per_page=50`)
    expect(first.status).toBe(200)
    expect((await ask(`${FIXTURES}?per_page=50&page=2`)).status).toBe(500)

    const { pagination } = (await first.json()) as { pagination: { next_cursor: string } }
    expect((await ask(`${FIXTURES}?per_page=50&cursor=${pagination.next_cursor}`)).status).toBe(500)
    expect(emulator.requests.list().map(({ faults: kinds }) => kinds)).toEqual([
      [],
      [],
      [],
      ['status'],
      ['status'],
    ])
  })

  it('should delay, and still do what another rule says', async () => {
    const { ask, faults } = await startRaw()
    faults.add({ delayMs: 30, kind: 'delay' })
    faults.add({ kind: 'status', status: 500 })
    const startedAt = performance.now()

    expect((await ask()).status).toBe(500)
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(29)
  })

  it('should cut the connection in the middle of the body', async () => {
    const { ask, faults } = await startRaw()
    faults.add({ kind: 'cut' })
    const response = await ask()

    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow()
  })

  it.each(['malformed', 'truncated'] as const)(
    'should send %s JSON as a whole answer',
    async (kind) => {
      const { ask, faults } = await startRaw()
      faults.add({ kind })
      const response = await ask()
      const text = await response.text()

      expect(response.status).toBe(200)
      expect(text.length).toBeGreaterThan(100)
      expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError)
    },
  )

  it('should answer with a page of HTML', async () => {
    const { ask, faults } = await startRaw()
    faults.add({ kind: 'html' })
    const response = await ask()

    expect(response.status).toBe(502)
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(await response.text()).toContain('<h1>')
  })

  it('should repeat the rows of a page', async () => {
    const { faults, get } = await startRaw()
    const { rows } = await get(LEAGUES)
    faults.add({ kind: 'duplicate' })
    const doubled = await get(LEAGUES)

    expect(doubled.rows()).toEqual([...rows(), ...rows()])
    expect(doubled.body.pagination).toMatchObject({ count: 2 * rows().length })
  })

  it('should answer an empty list, or nothing at all', async () => {
    const { faults, get } = await startRaw()
    faults.add({ kind: 'empty', times: 1 })
    faults.add({ kind: 'no-data', times: 1 })

    const empty = await get(`${FIXTURES}?per_page=50`)
    expect(empty.body).toMatchObject({
      data: [],
      pagination: { count: 0, has_more: false, next_page: null },
    })

    const none = await get(`${FIXTURES}?per_page=50`)
    expect(none).toMatchObject({ body: { timezone: 'UTC' }, status: 200 })
    expect(none.body).not.toHaveProperty('data')
    expect(none.body).not.toHaveProperty('pagination')
  })

  it.each([
    ['code', { code: 5005 }],
    ['docs', { error: 'Too Many Requests', retry_after: 3600 }],
    ['link', { message: 'You have reached your rate limit', reset_code: 'emulated' }],
  ] as const)('should refuse with a 429 of the shape "%s"', async (shape, body) => {
    const { faults, get } = await startRaw()
    faults.add({ kind: 'rateLimit', shape, times: 1 })
    faults.add({ kind: 'rateLimit', retryAfter: 7, shape, times: 1 })

    const refused = await get(LEAGUES)
    expect(refused).toMatchObject({ body, status: 429 })
    expect(refused.headers.has('retry-after')).toBe(false)
    expect((await get(LEAGUES)).headers.get('retry-after')).toBe('7')
  })

  it('should hang until the client gives up', async () => {
    const { ask, emulator, faults } = await startRaw()
    faults.add({ kind: 'hang', times: 1 })

    const client = new AbortController()
    const asking = ask(LEAGUES, { signal: client.signal })
    await expect.poll(() => emulator.requests.list()).toHaveLength(1)
    client.abort()

    await expect(asking).rejects.toThrow(/aborted/i)
    expect(emulator.requests.list()).toMatchObject([{ faults: ['hang'], status: null }])
    expect((await ask()).status).toBe(200)
  })

  it('should spoil packed answers, too', async () => {
    const { ask, faults } = await startRaw()
    const gzip = { headers: { 'accept-encoding': 'gzip' } }
    const whole = await ask(LEAGUES, gzip)
    expect(whole.headers.get('content-encoding')).toBe('gzip')
    expect(await whole.json()).toHaveProperty('data')

    faults.add({ kind: 'cut', times: 1 })
    await expect(ask(LEAGUES, gzip).then((response) => response.text())).rejects.toThrow()
  })
})

describe('records', () => {
  it('should change, break, add and remove rows', async () => {
    const { emulator, get } = await startTestEmulator()
    const { records, world } = emulator
    const [id = 0, otherId = 0] = [...world.matches.keys()]
    const one = async () => (await get(`${FIXTURES}/${id}?include=state`)).body.data as Row

    records.put({ id, entity: 'fixture', omit: ['has_odds'], patch: { name: 7, state_id: 99 } })
    expect(await one()).toMatchObject({ name: 7, state: null, state_id: 99 })
    expect(await one()).not.toHaveProperty('has_odds')
    expect((await get(`${FIXTURES}?filters=fixtureStates:99`)).rows()).toHaveLength(1)

    records.remove({ id: otherId, entity: 'fixture' })
    expect((await get(`${FIXTURES}/${otherId}`)).body).not.toHaveProperty('data')
    expect((await get(`${FIXTURES}?filters=deleted`)).rows()).toEqual([
      { id: otherId, state_id: 20 },
    ])

    records.add({
      entity: 'fixture',
      row: { id: 5, participants: [{ id: 1 }], starting_at: '2031-01-01 12:00:00' },
    })
    const day = `${FIXTURES}/date/2031-01-01`
    expect((await get(day)).rows()).toEqual([{ id: 5, starting_at: '2031-01-01 12:00:00' }])
    expect((await get(`${day}?include=participants;scores`)).rows()).toMatchObject([
      { participants: [{ id: 1 }], scores: [] },
    ])

    records.reset()
    expect(await one()).toHaveProperty('has_odds')
  })

  it('should let a placeholder become a team under the same id, wherever it is answered', async () => {
    const { emulator, get } = await startTestEmulator()
    const [match] = emulator.world.matches.values()
    const id = match?.homeTeamId ?? 0
    const home = async () => {
      const { body } = await get(`${FIXTURES}/${match?.id}?include=participants`)
      return ((body.data as Row).participants as Row[]).find((team) => team.id === id)
    }
    emulator.records.put({ id, entity: 'team', patch: { name: 'Winner QF 1', placeholder: true } })
    expect(await home()).toMatchObject({ name: 'Winner QF 1', placeholder: true })

    emulator.records.reset({ id, entity: 'team' })
    expect(await home()).toMatchObject({
      name: emulator.world.teams.get(id)?.name,
      placeholder: false,
    })
  })

  it('should move a fixture to another day when its kick-off is changed', async () => {
    const { emulator, get } = await startTestEmulator()
    const [id = 0] = emulator.world.matches.keys()
    emulator.records.put({
      id,
      entity: 'fixture',
      patch: { starting_at: '2031-01-01 12:00:00', starting_at_timestamp: 1_925_035_200 },
    })
    expect((await get(`${FIXTURES}/date/2031-01-01`)).rows()).toMatchObject([{ id }])
  })

  it('should transfer a player to another squad', async () => {
    const { emulator, get } = await startTestEmulator()
    const [from = 0, to = 0] = [...emulator.world.teams.keys()]
    const squad = async (team: number) => (await get(`/v3/football/squads/teams/${team}`)).rows()
    const [row] = await squad(from)

    emulator.records.put({ id: Number(row?.id), entity: 'squad', patch: { team_id: to } })
    expect(await squad(from)).toHaveLength(17)
    expect(await squad(to)).toHaveLength(18)

    emulator.records.add({ entity: 'squad', row: { ...row, id: 1, team_id: to } })
    expect(await squad(to)).toHaveLength(19)
  })
})

describe('control endpoints', () => {
  it('should tell what is going on', async () => {
    const { emulator, get } = await startTestEmulator({ now: '2025-05-25T16:30:00Z' })
    await get(LEAGUES)
    const { body } = await get('/_emulator')

    expect(body).toMatchObject({
      clock: { isFrozen: true, now: '2025-05-25T16:30:00.000Z' },
      formats: ['sportmonks', 'api-football', 'prestosports', 'gomafia', 'openai', 'spotify'],
      liveMatches: 10,
      ok: true,
      requests: 1,
      url: emulator.url,
    })
  })

  it('should move the clock', async () => {
    const { control, emulator } = await startTestEmulator()
    await control('clock', { advanceMs: 1000, set: '2024-01-01T00:00:00Z' })
    expect(emulator.clock.now().toISOString()).toBe('2024-01-01T00:00:01.000Z')
    await control('clock', { isFrozen: false })
    expect(emulator.clock.isFrozen()).toBe(false)

    const refused = await control('clock', { advanceMs: 5, set: 'soon' })
    expect(refused).toMatchObject({
      body: { message: '"set" must be an ISO date, such as 2025-05-25T15:00:00Z.' },
      status: 400,
    })
  })

  it('should switch faults on and off, and refuse what is none', async () => {
    const { control, emulator, get } = await startTestEmulator()
    await control('faults', { id: 'mine', kind: 'status', status: 418 })
    expect((await get(LEAGUES)).status).toBe(418)

    await fetch(`${emulator.url}/_emulator/faults?id=mine`, { method: 'DELETE' })
    expect((await get(LEAGUES)).status).toBe(200)

    expect((await control('faults', { kind: 'explode' })).body.message).toContain(
      FAULT_KINDS.join(', '),
    )
    expect((await control('faults', { kind: 'cut', pages: 2 })).body.message).toContain('"pages"')
    expect((await control('faults', { kind: 'cut', path: '/(/' })).status).toBe(400)
    expect(emulator.faults.list()).toEqual([])
  })

  it('should change records and settings', async () => {
    const { control, emulator, get } = await startTestEmulator()
    const [id = 0] = emulator.world.teams.keys()
    const name = async () => ((await get(`/v3/football/teams/${id}`)).body.data as Row).name

    await control('records', { id, action: 'put', entity: 'team', patch: { name: 'New' } })
    expect(await name()).toBe('New')
    await fetch(`${emulator.url}/_emulator/records`, { method: 'DELETE' })
    expect(await name()).not.toBe('New')
    expect((await control('records', { action: 'add', entity: 'team' })).status).toBe(400)

    await control('settings', { rateLimitPerHour: 0, requestsPerDay: 5 })
    expect((await get(LEAGUES)).status).toBe(429)
    const before = { ...emulator.settings }
    expect(before).toMatchObject({ plan: 'pro', requestsPerDay: 5 })
    expect((await control('settings', { plan: 'free', requestsPerDay: 'all' })).status).toBe(400)
    expect((await control('settings', { speed: 1 })).body.message).toContain('requestsPerMinute')
    expect(emulator.settings).toEqual(before)
  })

  it('should log requests without the token', async () => {
    const { emulator, get } = await startTestEmulator()
    await fetch(`${emulator.url}${LEAGUES}?api_token=secret&page=1`)
    await fetch(`${emulator.url}${LEAGUES}`, { headers: { authorization: 'secret' } })
    const { body } = await get('/_emulator/requests')

    expect(body.list).toMatchObject([
      {
        entity: 'League',
        path: LEAGUES,
        query: { api_token: '[redacted]', page: '1' },
        status: 200,
      },
      { status: 200 },
    ])
    expect(JSON.stringify(body)).not.toContain('secret')
    await fetch(`${emulator.url}/_emulator/requests`, { method: 'DELETE' })
    expect(emulator.requests.list()).toEqual([])
  })
})

describe('startEmulator', () => {
  it('should close at once although a request hangs or waits, and more than once', async () => {
    const { ask, emulator, faults } = await startRaw()
    faults.add({ kind: 'hang', times: 1 })
    faults.add({ delayMs: 60_000, kind: 'delay', path: FIXTURES })
    const waiting = [ask(), ask(FIXTURES)].map((each) => each.catch((error: unknown) => error))
    await expect.poll(() => emulator.requests.list()).toHaveLength(2)

    await emulator.close()
    await emulator.close()
    expect(await Promise.all(waiting)).toEqual([expect.any(Error), expect.any(Error)])
  })

  it('should reject when the port is taken', async () => {
    const { emulator } = await startTestEmulator()
    const port = Number(new URL(emulator.url).port)
    await expect(startEmulator({ port, world: emulator.world })).rejects.toThrow('EADDRINUSE')
  })
})
