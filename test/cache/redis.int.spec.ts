import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'

import type { Overview } from '../../src/sync/operations/status/getOverview.js'
import type { Run } from '../../src/sync/run/Run.js'
import type { RunPage } from '../../src/sync/store/runs/read/findRuns.js'

import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { createAccountsTest } from '../connections/createAccountsTest.js'
import { testSlugs } from '../project/testSlugs.js'
import { waitFor } from '../project/waitFor.js'
import { createRestTest } from '../rest/createRestTest.js'
import { startRedis } from './startRedis.js'

const SECOND = 1000
const MINUTE = 60 * SECOND

const hasRedis = spawnSync('redis-server', ['--version']).error === undefined

let redis: Awaited<ReturnType<typeof startRedis>>

const createClock = () => {
  let now = Date.now()
  return {
    clock: { now: () => new Date(now) },
    move: (ms: number) => {
      now += ms
    },
    now: () => new Date(now).toISOString(),
  }
}

const createTest = async (args: Parameters<typeof createRestTest>[0] = {}) => {
  const time = createClock()
  const rest = await createRestTest({
    config: { kv: { init: () => redis.kv } },
    isWhole: true,
    options: { clock: time.clock },
    ...args,
  })
  onTestFinished(rest.close)
  const ask = async <TBody = Overview>(path = '/sync/status', headers = {}): Promise<TBody> => {
    const { body, status } = await rest.ask({ headers, path })
    expect(status).toBe(200)
    return body as TBody
  }
  return {
    ...rest,
    ...time,
    ask,
    /** A second later: what is true now, told by the moment it speaks of. */
    askNew: async (): Promise<Overview> => {
      time.move(SECOND)
      const told = await ask()
      expect(told.now).toBe(time.now())
      return told
    },
    /** Asks until the answer is one that was given before: it is kept a moment after it was given. */
    askKept: async (kept: Overview): Promise<Overview> => {
      time.move(SECOND)
      return await waitFor({
        event: 'the kept answer',
        look: async () => {
          const told = await ask()
          return told.now === kept.now && told
        },
        timeoutMs: 20_000,
      })
    },
    findReasons: async () =>
      (await ask<{ reasons: { code: string; message: string }[] }>('/sync/health')).reasons.map(
        ({ code, message }) => `${code}: ${message}`,
      ),
  }
}

describe.runIf(hasRedis)('a cache in Redis', () => {
  beforeAll(async () => {
    redis = await startRedis()
  })

  afterAll(() => redis.close())

  // Databases are used again, and what was kept of one is another test's.
  beforeEach(() => redis.kv.clear())

  it('should keep the status until a run is queued, starts, moves on or ends, or five minutes', async () => {
    let letGo = (): void => undefined
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    let calls = 0
    const test = await createTest({
      provider: {
        // Each answer paces twice: the second page is kept back, while the first one is stored.
        pace: async () => {
          calls += 1
          await (calls > 2 ? held : undefined)
        },
        pageSize: 2,
        tellsTotal: true,
      },
      records: ['1', '2', '3', '4'].map((id) => ({ id, name: `Game ${id}` })),
    })
    onTestFinished(() => letGo())

    const idle = await test.askNew()
    expect(await test.askKept(idle)).toEqual(idle)
    // In another language it is the same answer in other words.
    expect(await test.ask('/sync/status', { 'Accept-Language': 'de' })).toMatchObject({
      health: { level: 'HEALTHY' },
      now: idle.now,
    })
    // The panel is told what is true now, and what only some ask for is another answer.
    const polled = await test.ask('/sync/status', { 'X-Sync-Polling': '1' })
    expect(polled.now).toBe(test.now())
    const clubs = await test.ask('/sync/status?provider=test&resource=clubs')
    expect(clubs.providers.map(({ resources }) => resources.map(({ name }) => name))).toEqual([
      ['clubs'],
    ])

    await test.trigger({ provider: 'test', resource: 'games' })
    const queued = await test.askNew()
    expect(queued.activeRuns).toMatchObject([{ resource: 'games', status: 'queued' }])
    await test.askKept(queued)

    const working = drainSync({ payload: test.payload })
    const moved = await waitFor({
      event: 'the first page is stored',
      look: async () => {
        const told = await test.ask()
        return told.status.progress === 50 && told
      },
    })
    expect(moved.activeRuns).toMatchObject([{ status: 'running' }])
    await test.askKept(moved)
    letGo()
    await working

    const ended = await test.askNew()
    expect(ended).toMatchObject({ activeRuns: [], status: { progress: 100 } })
    await test.askKept(ended)
    // What is no run's doing waits for the end of the answer.
    await test.payload.delete({
      collection: testSlugs.syncLogs,
      where: { id: { exists: true } },
    })
    test.move(5 * MINUTE)
    expect((await test.ask()).recentRuns).toEqual([])
  })

  it('should keep the newest logs for a minute, and tell nothing else than the database', async () => {
    const test = await createTest()
    const ids: Run['id'][] = []
    for (let turn = 0; turn < 25; turn += 1) {
      const { id } = await test.payload.create({
        collection: testSlugs.syncLogs,
        data: {
          lane: 'bulk',
          mode: 'full',
          provider: 'test',
          resource: 'games',
          status: 'completed',
          trigger: 'api',
        },
      })
      ids.unshift(id)
    }
    const idsOf = ({ docs }: RunPage) => docs.map(({ id }) => id)
    const list = (query: string) => test.ask<RunPage>(`/sync/logs?${query}`)
    for (const limit of [1, 5, 10, 20, 21, 100]) {
      // With a filter it is read, without one it may be kept.
      expect(await list(`limit=${limit}`)).toEqual(await list(`limit=${limit}&provider=test`))
    }
    expect(await list('page=2')).toEqual(await list('page=2&provider=test'))

    await waitFor({
      event: 'the list is kept',
      look: async () => (await redis.kv.keys()).some((key) => key.includes(':logs:')),
    })
    // An old one goes: the newest that ended is another one as before.
    await test.payload.delete({ id: ids[3]!, collection: testSlugs.syncLogs })
    await waitFor({
      event: 'the kept list',
      look: async () => idsOf(await list('limit=5')).includes(ids[3]!),
      timeoutMs: 20_000,
    })
    test.move(MINUTE)
    expect(idsOf(await list('limit=5'))).toEqual([...ids.slice(0, 3), ...ids.slice(4, 6)])

    const { body } = await test.trigger({ provider: 'test', resource: 'games' })
    expect(idsOf(await list('limit=5'))[0]).toBe((body as { syncLogId: number }).syncLogId)
  })

  it('should give nobody what somebody else may know, of this project or another', async () => {
    const test = await createAccountsTest({ config: { kv: { init: () => redis.kv } } })
    onTestFinished(test.close)
    const anna = await test.signIn('anna')
    const bert = await test.signIn('bert')
    test.people.set('anna', { clubs: { a: 'Ants' } })
    test.people.set('bert', { clubs: {} })
    await test.connect({ token: bert, user: 'bert' })
    const before = await test.ask({ path: '/sync/logs', token: bert })
    const { name } = await test.connect({ token: anna, user: 'anna' })
    await test.sync(anna)

    for (const path of ['/sync/status', '/sync/logs']) {
      // Whoever asks first has the answer kept.
      for (let turn = 0; turn < 3; turn += 1) {
        const ofAnna = await test.ask({ path, token: anna })
        expect(ofAnna.text).toContain(name)
        const ofBert = await test.ask({ path, token: bert })
        expect(ofBert.text).not.toContain(name)
      }
    }
    expect((await test.ask({ path: '/sync/logs', token: bert })).text).toBe(before.text)

    const other = await createTest()
    expect((await other.ask<RunPage>('/sync/logs')).docs).toEqual([])
    expect((await other.ask()).recentRuns).toEqual([])
    // Neither names nor words of anybody are in a key.
    for (const key of await redis.kv.keys()) {
      expect(key).toMatch(/^payload-plugin-sync:(?:logs|status):[\da-f]{64}$/)
    }
  })

  it('should do without one that is gone or does not answer, and say so', async () => {
    const test = await createTest()
    const kept = await test.askNew()
    await test.askKept(kept)
    expect(await test.findReasons()).toEqual([])
    const isBack = () =>
      waitFor({
        event: 'the cache is used again',
        look: async () => {
          test.move(10 * SECOND)
          return (await test.findReasons()).length === 0
        },
        timeoutMs: 20_000,
      })

    for (const [fail, mend] of [
      [redis.freeze, redis.thaw],
      [redis.stop, redis.restart],
    ] as const) {
      await fail()
      test.move(SECOND)
      const told = await test.ask()
      expect(told.now).toBe(test.now())
      expect(told.health).toMatchObject({
        level: 'WARNING',
        reasons: [{ code: 'CACHE_SKIPPED', provider: null }],
      })
      expect(await test.findReasons()).toEqual([
        expect.stringMatching(/^CACHE_SKIPPED: .*50 ms/) as string,
      ])
      // It is left alone for ten seconds.
      const calls = redis.countCalls()
      await test.askNew()
      expect(await test.ask<RunPage>('/sync/logs')).toMatchObject({ docs: [] })
      expect(redis.countCalls()).toBe(calls)

      await mend()
      await isBack()
    }
    await test.askKept(await test.ask())
  })
})
