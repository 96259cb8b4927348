import { de } from '@payloadcms/translations/languages/de'
import { en } from '@payloadcms/translations/languages/en'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import type { RestTest } from '../rest/createRestTest.js'

import { DEFAULT_CONNECTION } from '../../src/sdk/connections/Connection.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { testSlugs } from '../project/testSlugs.js'
import { createRestTest } from '../rest/createRestTest.js'

// cspell:ignore Stunden
const NOW = '2031-03-05T01:00:00.000Z'
const DAILY = {
  frequency: 'daily',
  hour: 2,
  minute: 30,
  mode: 'full',
  provider: 'test',
  resource: 'games',
}

type Failure = {
  errors: { data?: { errors: { message: string; path: string }[] }; message: string }[]
}

let now = NOW
let test: RestTest

beforeAll(async () => {
  test = await createRestTest({
    config: { i18n: { supportedLanguages: { de, en } } },
    options: {
      clock: { now: () => new Date(now) },
      retries: 3,
      scheduler: { perConnection: 3 },
      schedules: [{ ...DAILY, enabled: false, frequency: 'daily', mode: 'full' }],
    },
    records: [{ id: '1', name: 'A : B' }],
  })
})

afterAll(() => test.close())

beforeEach(() => {
  now = NOW
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await getAdapter(test.payload).pool.query(
    'truncate sync_schedules, sync_logs, sync_states restart identity cascade',
  )
})

const collection = testSlugs.syncSchedules

const save = async (data: Record<string, unknown>, id?: number | string) => {
  const { body, status } = await test.ask({
    body: data,
    method: id === undefined ? 'POST' : 'PATCH',
    path: id === undefined ? `/${collection}` : `/${collection}/${id}`,
  })
  const problems = (body as Partial<Failure>).errors?.flatMap(
    ({ data: found }) => found?.errors ?? [],
  )
  return { doc: (body as { doc: Record<string, unknown> }).doc, problems, status }
}

describe('saving a schedule over REST', () => {
  it('should keep it, name it and say when it fires', async () => {
    const { doc, status } = await save(DAILY)

    expect(status).toBe(201)
    expect(doc).toMatchObject({
      catchUp: true,
      connection: DEFAULT_CONNECTION,
      enabled: true,
      nextSlotAt: '2031-03-05T02:30:00.000Z',
      origin: 'admin',
      priority: 'normal',
      timezone: 'UTC',
      // Payload keeps the texts of the first project of a process, which may have other names.
      title: expect.stringMatching(/^Test.* · (?:Matches|Games) · Full$/) as string,
    })
  })

  it('should not let anybody write what the scheduler writes', async () => {
    const { doc } = await save({
      ...DAILY,
      key: 'mine',
      lastError: 'made up',
      lastSlotAt: NOW,
      nextSlotAt: NOW,
      origin: 'config',
      retiredAt: NOW,
      skippedSlots: 7,
    })

    expect(doc).toMatchObject({
      nextSlotAt: '2031-03-05T02:30:00.000Z',
      origin: 'admin',
      skippedSlots: 0,
    })
    expect(
      [doc.key, doc.lastError, doc.lastSlotAt, doc.retiredAt].map((value) => value ?? null),
    ).toEqual([null, null, null, null])
  })

  it.each([
    [{ cron: '61 * * * *', frequency: 'cron' }, 'cron', 'expected range 0-59'],
    [{ cron: '', frequency: 'cron' }, 'cron', 'five fields'],
    [{ timezone: 'Europe/Atlantis' }, 'timezone', '"Europe/Atlantis" is not a timezone'],
    [{ provider: 'nobody' }, 'provider', 'no provider "nobody" (known: test, broken)'],
    [{ resource: 'referees' }, 'resource', 'no resource "referees"'],
    [{ mode: 'live' }, 'mode', 'cannot be synced in mode live'],
    [{ connection: 'second' }, 'connection', 'has no connection "second"'],
  ])('should refuse %o with the reason at the field', async (fields, path, message) => {
    const { problems, status } = await save({ ...DAILY, ...fields })

    expect(status).toBe(400)
    expect(problems).toEqual([
      expect.objectContaining({ message: expect.stringContaining(message), path }),
    ])
    await expect(
      test.payload.create({ collection, data: { ...DAILY, ...fields } }),
    ).rejects.toMatchObject({ data: { errors: [{ path }] } })
    expect((await test.payload.count({ collection })).totalDocs).toBe(0)
  })

  it.each([
    [{ hour: 24 }, 'frequency'],
    [{ minute: -1 }, 'frequency'],
    [{ hour: 2.5 }, 'frequency'],
    [{ frequency: 'monthly', monthDay: 29 }, 'monthDay'],
    [{ frequency: 'weekly', weekday: 8 }, 'frequency'],
    [{ frequency: 'often' }, 'frequency'],
    [{ mode: 'sometimes' }, 'mode'],
    [{ provider: '' }, 'provider'],
    [{ provider: 7 }, 'provider'],
    [{ timezone: '' }, 'timezone'],
  ])('should refuse %o', async (fields, path) => {
    const { problems, status } = await save({ ...DAILY, ...fields })

    expect(status).toBe(400)
    expect(problems).toEqual([expect.objectContaining({ path })])
  })

  it('should schedule what is merely not set up yet', async () => {
    expect((await save({ ...DAILY, provider: 'broken' })).status).toBe(201)
  })

  it('should refuse a duplicate, and take it once one of the two is off', async () => {
    const first = await save(DAILY)
    const copy = { ...DAILY, cron: '30 2 * * *', frequency: 'cron' }

    expect(await save(copy)).toMatchObject({
      problems: [{ message: expect.stringContaining('same'), path: 'frequency' }],
      status: 400,
    })
    const off = await save({ ...copy, enabled: false })
    expect(off).toMatchObject({ doc: { nextSlotAt: null }, status: 201 })
    expect((await save({ enabled: true }, String(off.doc.id))).status).toBe(400)

    await save({ enabled: false }, String(first.doc.id))
    expect(await save({ enabled: true }, String(off.doc.id))).toMatchObject({
      doc: { nextSlotAt: '2031-03-05T02:30:00.000Z' },
      status: 200,
    })
  })

  it('should refuse one schedule too many of a connection', async () => {
    for (const minute of [1, 2, 3]) {
      expect((await save({ ...DAILY, minute })).status).toBe(201)
    }

    expect(await save({ ...DAILY, minute: 4 })).toMatchObject({
      problems: [{ message: expect.stringContaining('3'), path: 'frequency' }],
      status: 400,
    })
    // Another provider has connections of its own.
    expect((await save({ ...DAILY, minute: 4, provider: 'broken' })).status).toBe(201)
  })

  it('should take and record what is only a warning', async () => {
    await addRun({ minutes: 90, requests: 40 })

    const { doc, status } = await save({ ...DAILY, frequency: 'hourly' })

    expect(status).toBe(201)
    expect(
      await test.payload.findByID({ id: String(doc.id), collection, showHiddenFields: true }),
    ).toMatchObject({
      warnings: [{ kind: 'overlap', level: 'warning', values: { duration: 90, gap: 60 } }],
    })
  })
})

/** A run of the games that ended a day ago. */
const addRun = async ({ minutes, requests }: { minutes: number; requests: number }) => {
  const finished = Date.parse(NOW) - 24 * 3_600_000
  await test.payload.create({
    collection: testSlugs.syncLogs,
    data: {
      connection: DEFAULT_CONNECTION,
      finishedAt: new Date(finished).toISOString(),
      lane: 'bulk',
      mode: 'full',
      priority: 'normal',
      provider: 'test',
      requests,
      resource: 'games',
      startedAt: new Date(finished - minutes * 60_000).toISOString(),
      status: 'completed',
      trigger: 'api',
    },
  })
}

describe('access to schedules', () => {
  it('should be for those who may manage them', async () => {
    const member = await test.signIn('members')
    const { doc } = await save(DAILY)
    const path = `/${collection}/${String(doc.id)}`

    for (const token of [null, member]) {
      const status = token === null ? [401, 403] : [403]
      for (const request of [
        { body: DAILY, method: 'POST', path: `/${collection}` },
        { body: { enabled: false }, method: 'PATCH', path },
        { method: 'DELETE', path },
        { path: `/${collection}` },
        { path: '/sync/schedules/conflicts' },
        { body: DAILY, method: 'POST', path: '/sync/schedules/check' },
        { method: 'POST', path: `/sync/schedules/${String(doc.id)}/reset` },
      ]) {
        const answer = await test.ask({ ...request, token })
        expect([request.path, status.includes(answer.status)]).toEqual([request.path, true])
      }
    }
    expect((await test.ask({ path })).body).toMatchObject({ enabled: true })
    expect((await test.ask({ method: 'DELETE', path })).status).toBe(200)
  })
})

describe('POST /sync/schedules/check', () => {
  const check = (body: unknown, headers?: Record<string, string>) =>
    test.ask({ body, headers, method: 'POST', path: '/sync/schedules/check' })

  it('should say when a schedule would fire and what it would take, in the language asked for', async () => {
    await addRun({ minutes: 10, requests: 40 })

    const { body, status } = await check(
      { ...DAILY, cron: '0 */6 * * *', frequency: 'cron', hour: '', note: '', weekday: null },
      { 'Accept-Language': 'de' },
    )

    expect(status).toBe(200)
    expect(body).toEqual({
      conflicts: [],
      description: expect.stringMatching(/Stunden/),
      forecast: { durationMs: 600_000, requests: 40 },
      nextSlots: [
        '2031-03-05T06:00:00.000Z',
        '2031-03-05T12:00:00.000Z',
        '2031-03-05T18:00:00.000Z',
        '2031-03-06T00:00:00.000Z',
        '2031-03-06T06:00:00.000Z',
      ],
      problems: [],
      requestsPerDay: 160,
    })
  })

  it('should tell problems and conflicts instead of refusing', async () => {
    const { doc } = await save(DAILY)

    expect((await check({ ...DAILY, cron: 'often', frequency: 'cron' })).body).toMatchObject({
      description: null,
      nextSlots: [],
      problems: [{ field: 'cron' }],
    })
    expect((await check(DAILY)).body).toMatchObject({
      conflicts: [{ kind: 'duplicate', level: 'error', message: expect.any(String) }],
    })
    // Not with itself.
    expect((await check({ ...DAILY, id: doc.id })).body).toMatchObject({ conflicts: [] })
    expect((await check({ ...DAILY, id: String(doc.id) })).body).toMatchObject({ conflicts: [] })
  })

  it('should refuse a body of another shape', async () => {
    expect((await check({ frequency: 'often' })).status).toBe(400)
    expect((await check('{')).status).toBe(400)
  })
})

describe('GET /sync/schedules/conflicts', () => {
  it('should list what speaks against the schedules as they are, in words', async () => {
    await save(DAILY)
    await save({ ...DAILY, minute: 45, resource: 'clubs' })
    await addRun({ minutes: 30, requests: 1 })
    // As a config may have it, which nobody asks before it is stored.
    await getAdapter(test.payload).pool.query(
      "update sync_schedules set minute = 30 where resource = 'clubs'",
    )
    await getAdapter(test.payload).pool.query("update sync_schedules set resource = 'games'")

    const { body, status } = await test.ask({ path: '/sync/schedules/conflicts' })

    expect(status).toBe(200)
    const { conflicts } = body as { conflicts: { kind: string; message: string }[] }
    expect(conflicts.map(({ kind }) => kind)).toEqual(['duplicate', 'collision'])
    expect(conflicts[0]!.message).toMatch(/Test.* · (?:Matches|Games) · Full/)
  })
})

describe('POST /sync/schedules/:id/reset', () => {
  it('should answer 404 for one nobody knows and 409 for one of a person', async () => {
    const { doc } = await save(DAILY)
    const reset = (id: unknown) =>
      test.ask({ method: 'POST', path: `/sync/schedules/${String(id)}/reset` })

    expect((await reset(987_654)).status).toBe(404)
    expect((await reset('abc')).status).toBe(404)
    expect((await reset(doc.id)).status).toBe(409)
  })
})

describe('/sync/tick', () => {
  const SECRET = 'a-secret-of-the-platform'
  const tick = (args: { authorization?: string; method?: string; query?: string } = {}) =>
    test.ask({
      headers: args.authorization === undefined ? {} : { Authorization: args.authorization },
      method: args.method ?? 'POST',
      path: `/sync/tick${args.query ?? ''}`,
      token: null,
    })

  it('should be off without a secret', async () => {
    vi.stubEnv('CRON_SECRET', '')

    expect(await tick({ authorization: 'Bearer ' })).toMatchObject({
      body: { errors: [{ code: 'NOT_CONFIGURED' }] },
      status: 503,
    })
  })

  it.each([
    undefined,
    '',
    'Bearer ',
    'Bearer a',
    `Bearer ${SECRET.slice(0, -1)}`,
    `Bearer ${SECRET}x`,
    `Bearer ${SECRET.toUpperCase()}`,
    `Basic ${SECRET}`,
    SECRET,
    `Bearer ${'x'.repeat(5000)}`,
  ])('should refuse the authorization %s', async (authorization) => {
    vi.stubEnv('CRON_SECRET', SECRET)

    for (const method of ['GET', 'POST']) {
      expect(await tick({ authorization, method })).toMatchObject({
        body: { errors: [{ code: 'UNAUTHENTICATED' }] },
        status: 401,
      })
    }
  })

  it.each(['GET', 'POST'])(
    'should use due slots, do the work and tell of it for %s',
    async (method) => {
      vi.stubEnv('CRON_SECRET', SECRET)
      await save(DAILY)
      now = '2031-03-05T02:30:01.000Z'

      const { body, headers, status } = await tick({ authorization: `Bearer ${SECRET}`, method })

      expect(status).toBe(200)
      expect(headers.get('cache-control')).toBe('no-store')
      expect(body).toEqual({
        failed: [],
        quiet: 0,
        runs: [{ id: expect.anything(), mode: 'full', provider: 'test', resource: 'games' }],
        skipped: 0,
        unfinished: [],
      })
      const { docs } = await test.payload.find({ collection: testSlugs.syncLogs })
      expect(docs).toMatchObject([{ status: 'completed', trigger: 'schedule' }])
      const scheduled = { at: '2031-03-05T02:30:00.000Z', lateMs: 1000, skipped: 0 }
      expect((await test.ask({ path: '/sync/status' })).body).toMatchObject({
        recentRuns: [{ scheduled }],
      })
    },
  )

  it('should only queue without any time, and go on when there is some', async () => {
    vi.stubEnv('CRON_SECRET', SECRET)
    await save(DAILY)
    now = '2031-03-05T02:30:01.000Z'
    const authorization = `Bearer ${SECRET}`

    const first = await tick({ authorization, query: '?seconds=0' })
    expect(first.body).toMatchObject({ runs: [{}], unfinished: [{ resource: 'games' }] })
    const second = await tick({ authorization, query: '?seconds=30' })
    expect(second.body).toMatchObject({ runs: [], unfinished: [] })
  })

  it('should leave what the time is too short for at its checkpoint', async () => {
    vi.stubEnv('CRON_SECRET', SECRET)
    await save(DAILY)
    now = '2031-03-05T02:30:01.000Z'
    const authorization = `Bearer ${SECRET}`
    // Nobody answers while the time runs out.
    test.provider.failWith(() => ({ status: 503 }))

    const { body } = await tick({ authorization, query: '?seconds=1' })
    test.provider.failWith(undefined)

    expect(body).toMatchObject({ unfinished: [{ resource: 'games' }] })
    const { docs } = await test.payload.find({ collection: testSlugs.syncLogs })
    expect(docs).toMatchObject([{ status: 'queued' }])
  })

  it.each(['?seconds=-1', '?seconds=soon', '?seconds=4000'])('should refuse %s', async (query) => {
    vi.stubEnv('CRON_SECRET', SECRET)

    expect((await tick({ authorization: `Bearer ${SECRET}`, query })).status).toBe(400)
  })
})
