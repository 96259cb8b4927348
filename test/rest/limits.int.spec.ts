import { handleEndpoints } from 'payload'
import { expect, it, onTestFinished } from 'vitest'

import type { RestTest } from './createRestTest.js'

import { testSlugs } from '../project/testSlugs.js'
import { createRestTest } from './createRestTest.js'

const createTest = async (args: Parameters<typeof createRestTest>[0] = {}): Promise<RestTest> => {
  const rest = await createRestTest({ isWhole: true, ...args })
  onTestFinished(rest.close)
  return rest
}

const countStatuses = (answers: { status: number }[]): Record<number, number> =>
  answers.reduce<Record<number, number>>(
    (counts, { status }) => ({ ...counts, [status]: (counts[status] ?? 0) + 1 }),
    {},
  )

/** Asks hosts in turns, all at the same moment. */
const atOnce = <TAnswer>(times: number, ask: (turn: number) => Promise<TAnswer>) =>
  Promise.all(Array.from({ length: times }, (_, turn) => ask(turn)))

type OpenStreamArgs = { rest: RestTest; token: string }

/** The status of a stream of events, which is left at once. */
const openStream = async ({ rest, token }: OpenStreamArgs): Promise<number> => {
  const gone = new AbortController()
  const response = await handleEndpoints({
    config: rest.payload.config,
    payloadInstanceCacheKey: rest.cacheKey,
    request: new Request('http://localhost/api/sync/events', {
      headers: { Authorization: `JWT ${token}` },
      signal: gone.signal,
    }),
  })
  gone.abort()
  await response.body?.cancel()
  return response.status
}

const findCounts = async ({ payload }: RestTest): Promise<Record<string, number>> => {
  const { docs } = await payload.find({ collection: testSlugs.syncLimits, pagination: false })
  return Object.fromEntries(
    (docs as unknown as { count: number; key: string }[]).map(({ count, key }) => [key, count]),
  )
}

/** All that is counted began an hour ago and more. */
const letTimePass = ({ payload }: RestTest) =>
  payload.update({
    collection: testSlugs.syncLimits,
    data: { resetsAt: new Date(0).toISOString() },
    where: { id: { exists: true } },
  })

it('should allow each client so many requests a minute, whichever host is asked', async () => {
  const options = {
    limits: { proxies: 1, requestsPerMinute: 5 },
    metrics: { access: () => true },
  }
  const rest = await createTest({ options })
  const other = await createTest({ databaseUrl: rest.databaseUrl, options })
  const token = await rest.signIn('users')
  const ask = (args: Partial<Parameters<RestTest['ask']>[0]> = {}, host = rest) =>
    host.ask({ path: '/sync/logs', token, ...args })

  const answers = await atOnce(8, (turn) => ask({}, turn % 2 === 0 ? rest : other))
  expect(countStatuses(answers)).toEqual({ 200: 5, 429: 3 })
  const refused = answers.find(({ status }) => status === 429)!
  expect(refused.body).toEqual({
    errors: [{ code: 'TOO_MANY_REQUESTS', message: expect.stringMatching(/^5 requests a minute/) }],
  })
  expect(refused.headers.get('cache-control')).toBe('no-store')
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60)

  // The panel's own reading, monitors, streams, ticks and other clients are not held up.
  const polling = { 'X-Sync-Polling': '1' }
  for (const path of ['/sync/status', '/sync/history']) {
    expect((await ask({ headers: polling, path })).status).toBe(200)
    expect((await ask({ path })).status).toBe(429)
  }
  expect((await ask({ path: '/sync/health' })).status).toBe(200)
  expect((await ask({ path: '/sync/metrics' })).status).toBe(200)
  expect(await openStream({ rest, token })).toBe(200)
  expect((await ask({ path: '/sync/tick' })).status).not.toBe(429)
  expect((await ask({ token: await rest.signIn('users') })).status).toBe(200)

  // No header makes another client of a user, or a panel of any other route.
  const others: Record<string, string>[] = [
    polling,
    { 'X-Forwarded-For': '192.0.2.9' },
    { 'X-Real-IP': '192.0.2.9' },
  ]
  for (const headers of others) {
    expect((await ask({ headers })).status).toBe(429)
  }
  // What the panel reads has an end as well.
  const [key] = Object.keys(await findCounts(rest)).filter((name) => name.includes('panel:'))
  await rest.payload.update({
    collection: testSlugs.syncLimits,
    data: { count: 1200 },
    where: { key: { equals: key } },
  })
  expect((await ask({ headers: polling, path: '/sync/status' })).status).toBe(429)

  // Who is not signed in is known by the address that the proxy saw.
  const from = (forwarded: string) =>
    ask({
      headers: { ...polling, 'X-Forwarded-For': forwarded },
      path: '/sync/status',
      token: null,
    })
  const strangers = await atOnce(6, (turn) => from(`198.51.100.${turn}, 192.0.2.1`))
  expect(countStatuses(strangers)).toEqual({ 401: 5, 429: 1 })
  expect((await from('192.0.2.2')).status).toBe(401)

  await letTimePass(rest)
  expect((await ask()).status).toBe(200)
  // Those who are gone are forgotten.
  expect((await rest.payload.count({ collection: testSlugs.syncLimits })).totalDocs).toBe(1)
})

it('should know who is not signed in by no address where no proxy is the project’s own', async () => {
  const rest = await createTest({ options: { limits: { requestsPerMinute: 5 } } })

  const answers = await atOnce(7, (turn) =>
    rest.ask({
      headers: { 'X-Forwarded-For': `192.0.2.${turn}` },
      path: '/sync/logs',
      token: null,
    }),
  )

  expect(countStatuses(answers)).toEqual({ 401: 5, 429: 2 })
  expect(Object.keys(await findCounts(rest))).toEqual(['requests:stranger'])
})

it('should allow a hundred requests a minute and sixty syncs an hour, unless it is told otherwise', async () => {
  const rest = await createTest({ options: { limits: {} } })

  const asked = await atOnce(101, () => rest.ask({ path: '/sync/history' }))
  expect(countStatuses(asked)).toEqual({ 200: 100, 429: 1 })

  await letTimePass(rest)
  await rest.payload.create({
    collection: testSlugs.syncLimits,
    data: { count: 59, key: 'triggers', resetsAt: new Date(Date.now() + 60_000).toISOString() },
  })
  const triggered = [
    await rest.trigger({ provider: 'test' }),
    await rest.trigger({ provider: 'test' }),
  ]
  expect(countStatuses(triggered)).toEqual({ 202: 1, 429: 1 })
  expect(triggered[1]!.body).toMatchObject({
    errors: [{ message: expect.stringMatching(/^60 syncs may be triggered in an hour/) as string }],
  })
})

it('should allow so many triggered syncs an hour, and fewer where a provider says so', async () => {
  const options = { limits: { triggersPerHour: 3 } }
  const rest = await createTest({ options })
  const other = await createTest({ databaseUrl: rest.databaseUrl, options })
  const trigger = (body: object = {}, host = rest) =>
    host.trigger({ mode: 'full', provider: 'test', resource: 'games', ...body })

  // What is refused for another reason is not counted.
  expect((await trigger({ mode: 'live' })).status).toBe(400)
  expect((await trigger({ provider: 'nobody' })).status).toBe(404)
  expect(await findCounts(rest)).toMatchObject({ triggers: 0 })

  const answers = await atOnce(5, (turn) => trigger({}, turn % 2 === 0 ? rest : other))
  expect(countStatuses(answers)).toEqual({ 202: 3, 429: 2 })
  const refused = answers.find(({ status }) => status === 429)!
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3500)
  // Whoever it is: there is one number for all.
  expect(
    (await rest.trigger({ provider: 'test' }, { token: await rest.signIn('users') })).status,
  ).toBe(429)

  await letTimePass(rest)
  expect((await trigger()).status).toBe(202)

  const modest = await createTest({ provider: { triggersPerHour: 2 } })
  const all = { type: 'INCREMENTAL' }
  const asked = [all, { provider: 'test' }, { provider: 'test' }, all]
  const statuses: number[] = []
  for (const body of asked) {
    statuses.push((await modest.trigger(body)).status)
  }
  expect(statuses).toEqual([202, 202, 429, 429])
  const { body } = await modest.trigger(all)
  expect(body).toMatchObject({
    errors: [{ message: expect.stringMatching(/^2 syncs of Test provider may/) as string }],
  })
  // A refusal takes nothing from what all providers have together.
  expect(await findCounts(modest)).toMatchObject({ triggers: 2, 'triggers:test': 2 })
})
