import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Emulator } from '../../dev/emulator/Emulator.js'
import type { Clock } from '../../dev/emulator/world/createClock.js'
import type { ReplayServer } from '../../src/testing/replayServer.js'
import type { PeopleTest } from '../subscriptions/createPeopleTest.js'

import { PREFIX } from '../../dev/emulator/providers/openai/createOpenai.js'
import { costOf, DAY_SECONDS, usageOf } from '../../dev/emulator/providers/openai/days.js'
import { startEmulator } from '../../dev/emulator/startEmulator.js'
import { createClock } from '../../dev/emulator/world/createClock.js'
import { addDecimals } from '../../src/content/subscriptions/index.js'
import { openai } from '../../src/providers/openai/index.js'
import { startReplayServer } from '../../src/testing/replayServer.js'
import { dump } from '../connections/createAccountsTest.js'
import { RECORDINGS_FOLDER } from '../recordings/RECORDINGS_FOLDER.js'
import { createPeopleTest } from '../subscriptions/createPeopleTest.js'

const KEY = 'sk-admin-invented-4b1d'
const NOW = '2026-05-20T06:00:00Z'
const DAYS = 40

/** Days since 1970. */
const TODAY = Math.floor(Date.parse(NOW) / 1000 / DAY_SECONDS)

const toDay = (day: number): string => new Date(day * DAY_SECONDS * 1000).toISOString().slice(0, 10)

const run = (emulator: Emulator) =>
  emulator.requests
    .list()
    .filter(({ path }) => path === `${PREFIX}/organization/costs`)
    .map(({ query }) => query)

describe('an organisation of the emulator', () => {
  let clock: Clock
  let emulator: Emulator
  let test: PeopleTest
  let token: string

  const sync = (mode: string) =>
    test.sync(token, { mode, provider: 'openai' }) as Promise<
      { counts: Record<string, number>; error: unknown; resource: string; status: string }[]
    >

  beforeAll(async () => {
    clock = createClock({ at: new Date(NOW), isFrozen: true })
    emulator = await startEmulator({ clock })
    test = await createPeopleTest({
      clock,
      providers: [openai({ baseUrl: `${emulator.url}${PREFIX}`, historyDays: DAYS })],
    })
    token = (await test.signIn('anna')).token
    await test.connect({ credentials: { adminKey: KEY }, provider: 'openai', token })
  })

  afterAll(async () => {
    await test.payload.destroy()
    await emulator.close()
  })

  it('should be read in full: each day that cost something, to the last decimal', async () => {
    const runs = await sync('full')
    expect(runs).toMatchObject([
      { error: null, status: 'completed' },
      { error: null, status: 'completed' },
    ])

    const days = Array.from({ length: DAYS + 1 }, (_, index) => TODAY - DAYS + index)
    const expected = days.flatMap((day) => {
      const cost = costOf({ day, share: day === TODAY ? 0.25 : 1 })
      return cost === undefined ? [] : [{ amount: addDecimals([cost]), day: toDay(day) }]
    })
    expect(expected.length).toBeGreaterThan(30)
    const charges = await test.findAll('charges')
    expect(
      charges.map(({ amount, chargedAt }) => ({ amount, day: String(chargedAt).slice(0, 10) })),
    ).toEqual(expected)
    expect(charges.at(-1)).toMatchObject({
      currency: 'USD',
      kind: 'usage',
      periodEnd: '2026-05-20T12:00:00.000Z',
      periodStart: '2026-05-20T12:00:00.000Z',
      service: 'OpenAI API',
      source: 'api',
      status: 'open',
    })
    expect(charges.slice(0, -1).every(({ status }) => status === 'paid')).toBe(true)

    const usage = await test.findAll('apiUsage')
    const used = days.flatMap((day) => usageOf({ day, share: day === TODAY ? 0.25 : 1 }))
    expect(usage.map(({ inputTokens }) => inputTokens).sort()).toEqual(
      used.map(({ input_tokens }) => input_tokens).sort(),
    )
    // 41 days are two pages of usage.
    expect(
      emulator.requests.list().filter(({ path, query }) => path.includes('usage') && query.page),
    ).toHaveLength(1)
  })

  it('should find nothing changed at once, and read the last three days again a day later', async () => {
    expect((await sync('full')).map(({ counts }) => [counts.created, counts.updated])).toEqual([
      [0, 0],
      [0, 0],
    ])
    clock.advance(DAY_SECONDS * 1000)
    emulator.requests.clear()

    const runs = await sync('incremental')
    expect(runs).toMatchObject([{ status: 'completed' }, { status: 'completed' }])
    expect(run(emulator)).toMatchObject([
      {
        end_time: String((TODAY + 2) * DAY_SECONDS),
        start_time: String((TODAY - 3) * DAY_SECONDS),
      },
    ])
    const charges = await test.findAll('charges')
    const yesterday = charges.find(({ chargedAt }) => String(chargedAt).startsWith('2026-05-20'))
    expect(yesterday).toMatchObject({
      amount: addDecimals([costOf({ day: TODAY, share: 1 })!]),
      status: 'paid',
    })
  })

  it('should keep the key where nobody reads it', async () => {
    expect(await dump(test.payload)).not.toContain(KEY)
    expect(test.logged()).not.toContain(KEY)
  })

  it('should say what an ordinary key lacks', async () => {
    const { id } = await test.connect({
      credentials: { adminKey: 'sk-proj-ordinary-9' },
      provider: 'openai',
      token,
    })
    const { body } = await test.ask({
      method: 'POST',
      path: `/sync/connections/${id}/test`,
      token,
    })
    expect(body).toMatchObject({
      message: expect.stringContaining('admin key') as string,
      success: false,
    })
  })
})

describe('answers as they were published', () => {
  let server: ReplayServer
  let test: PeopleTest

  const bucket = (day: number, ...results: object[]) => ({
    end_time: (day + 1) * DAY_SECONDS,
    object: 'bucket',
    results,
    start_time: day * DAY_SECONDS,
  })
  const cost = (value: unknown, currency: unknown = 'usd') => ({
    amount: { currency, value },
    line_item: 'Text tokens',
  })

  beforeAll(async () => {
    server = await startReplayServer()
    test = await createPeopleTest({
      providers: [openai({ adminKey: KEY, baseUrl: server.baseUrl })],
    })
  })

  afterAll(async () => {
    await test.payload.destroy()
    await server.close()
  })

  const sync = async (routes: Parameters<typeof server.setRoute>[1], path: string) => {
    server.setRoute('/organization/costs', { body: { data: [], has_more: false, object: 'page' } })
    server.setRoute('/organization/usage/completions', {
      body: { data: [], has_more: false, next_page: null, object: 'page' },
    })
    server.setRoute(path, routes)
    const { token } = await test.signIn(`boss${path.length}`)
    return await test.sync(token, { mode: 'full', provider: 'openai' })
  }

  it('should be added up exactly, whatever amounts come as', async () => {
    const runs = await sync(
      [
        {
          body: {
            data: [
              bucket(20_000, cost('12.50'), cost(0.06), { line_item: null }, cost(null, 'eur')),
              bucket(20_001),
              bucket(20_002, cost('0.34090000000000000'), cost(0.1), cost(0.2)),
            ],
            has_more: true,
            next_page: 'page_2',
          },
        },
        {
          body: {
            data: [
              bucket(20_003, cost(1, 'usd'), cost('2.005', 'EUR')),
              bucket(20_004, cost('-3')),
            ],
            has_more: false,
            next_page: null,
          },
        },
      ],
      '/organization/costs',
    )

    expect(
      (await test.findAll('charges')).map(({ amount, currency }) => [currency, amount]),
    ).toEqual([
      ['USD', '12.56'],
      ['USD', '0.6409'],
      ['EUR', '2.005'],
      ['USD', '1.00'],
      ['USD', '-3.00'],
    ])
    // The amount in EUR of the first day cannot be read, and is no amount of nothing.
    expect(runs.find(({ resource }) => resource === 'costs')).toMatchObject({
      counts: { created: 5, invalid: 1 },
    })
    const [first, second] = server.requests.filter(({ path }) => path === '/organization/costs')
    const { page, ...same } = second!.query
    expect(page).toBe('page_2')
    expect(same).toEqual(first!.query)
  })

  const recorded = `${RECORDINGS_FOLDER}openai/usage-completions-by-model.json`
  it.runIf(existsSync(recorded))('should hold the tokens of a real page', async () => {
    const page = JSON.parse(readFileSync(recorded, 'utf8')) as { data: object[]; next_page: string }
    await sync(
      [{ body: page }, { body: { data: [], has_more: false, next_page: null } }],
      '/organization/usage/completions',
    )

    const usage = await test.findAll('apiUsage')
    expect(
      usage.map(({ day, inputTokens, model, requests, tokens }) => [
        String(day).slice(0, 10),
        model,
        inputTokens,
        tokens,
        requests,
      ]),
    ).toEqual([
      ['2025-08-12', 'gpt-5-2025-08-07', 14_350_791, 14_447_760, 270],
      ['2025-08-13', 'gpt-5-2025-08-07', 18_449_801, 18_588_758, 364],
      ['2025-08-13', 'gpt-5-mini-2025-08-07', 1_233_391, 1_241_145, 29],
      ['2025-08-14', 'gpt-5-2025-08-07', 13_718_197, 13_839_594, 321],
    ])
    expect(usage[0]).toMatchObject({ cachedTokens: 12_464_896, outputTokens: 96_969 })
  })
})
