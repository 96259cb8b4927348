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

/** All that is counted began an hour ago and more. */
const letTimePass = ({ payload }: RestTest) =>
  payload.update({
    collection: testSlugs.syncLimits,
    data: { resetsAt: new Date(0).toISOString() },
    where: { id: { exists: true } },
  })

it('should allow each client so many requests a minute, at the same moment as well', async () => {
  const rest = await createTest({ options: { limits: { proxies: 1, requestsPerMinute: 5 } } })
  const ask = (args: Partial<Parameters<RestTest['ask']>[0]> = {}) =>
    rest.ask({ path: '/sync/logs', ...args })

  const answers = await Promise.all(Array.from({ length: 8 }, () => ask()))
  expect(countStatuses(answers)).toEqual({ 200: 5, 429: 3 })
  const refused = answers.find(({ status }) => status === 429)!
  expect(refused.body).toMatchObject({ errors: [{ code: 'TOO_MANY_REQUESTS' }] })
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60)

  // The panel's own reading, monitors and other clients are not held up.
  const polling = { 'X-Sync-Polling': '1' }
  expect((await ask({ headers: polling, path: '/sync/status' })).status).toBe(200)
  expect((await ask({ headers: polling })).status).toBe(429)
  expect((await ask({ path: '/sync/status' })).status).toBe(429)
  expect((await ask({ path: '/sync/health' })).status).toBe(200)
  expect((await ask({ token: await rest.signIn('users') })).status).toBe(200)

  // Who is not signed in is known by the address that the proxy saw.
  const from = (forwarded: string) =>
    ask({
      headers: { ...polling, 'X-Forwarded-For': forwarded },
      path: '/sync/status',
      token: null,
    })
  const strangers = await Promise.all(
    Array.from({ length: 6 }, (_, index) => from(`198.51.100.${index}, 192.0.2.1`)),
  )
  expect(countStatuses(strangers)).toEqual({ 401: 5, 429: 1 })
  expect((await from('192.0.2.2')).status).toBe(401)

  await letTimePass(rest)
  expect((await ask()).status).toBe(200)
  // Those who are gone are forgotten.
  expect((await rest.payload.count({ collection: testSlugs.syncLimits })).totalDocs).toBe(1)
})

it('should allow so many triggered syncs an hour, and fewer where a provider says so', async () => {
  const rest = await createTest({ options: { limits: { triggersPerHour: 3 } } })
  const trigger = (body: object = {}) =>
    rest.trigger({ mode: 'full', provider: 'test', resource: 'games', ...body })

  // What is refused for another reason is not counted.
  expect((await trigger({ mode: 'live' })).status).toBe(400)
  expect((await trigger({ provider: 'nobody' })).status).toBe(404)

  const answers = await Promise.all(Array.from({ length: 5 }, () => trigger()))
  expect(countStatuses(answers)).toEqual({ 202: 3, 429: 2 })
  const refused = answers.find(({ status }) => status === 429)!
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3500)

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
  // A refusal takes nothing from what all providers have together.
  const { docs } = await modest.payload.find({
    collection: testSlugs.syncLimits,
    where: { key: { equals: 'triggers' } },
  })
  expect(docs).toMatchObject([{ count: 2 }])
})
