import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'

import type { SyncPluginOptions } from '../../src/plugin/options/SyncPluginOptions.js'

import { hasRuntime } from '../../src/sync/runtime/Runtime.js'
import { serveSync } from '../../src/sync/runtime/serveSync.js'
import { ensureTicker, startSync, stopSync } from '../../src/sync/runtime/startSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createSyncTest } from '../project/createSyncTest.js'
import { testSlugs } from '../project/testSlugs.js'
import { waitFor } from '../project/waitFor.js'

const MINUTE_MS = 60_000

/** A project whose clock does not go by itself; what waits for the database goes on. */
const createClockTest = async (options: Pick<SyncPluginOptions, 'scheduler'> = {}) => {
  const test = await createSyncTest({
    // Without a clock of its own a project goes by the time of the database, which cannot be set.
    options: { clock: { now: () => new Date() }, worker: { enabled: false }, ...options },
  })
  const { payload } = test
  vi.useFakeTimers({
    now: new Date('2031-03-05T12:00:20.000Z'),
    toFake: ['Date', 'clearTimeout', 'setTimeout'],
  })
  onTestFinished(async () => {
    await stopSync({ payload })
    vi.useRealTimers()
  })
  const { pool } = getAdapter(payload)
  let looks = 0
  const query = pool.query.bind(pool) as (...args: unknown[]) => unknown
  vi.spyOn(pool, 'query').mockImplementation(((...args: unknown[]) => {
    const [statement] = args as [{ text: string } | string]
    const text = typeof statement === 'string' ? statement : statement.text
    looks += /from "sync_schedules".*"next_slot_at" <=/s.test(text) ? 1 : 0
    return query(...args)
  }) as never)

  return {
    ...test,
    /** Lets time pass, timers and all. */
    advance: (ms: number) => vi.advanceTimersByTimeAsync(ms),
    createSchedule: () =>
      payload.create({
        collection: testSlugs.syncSchedules,
        data: { frequency: 'minutely', mode: 'full', provider: 'test', resource: 'games' },
      }),
    findSlots: async () => {
      const { docs } = await payload.find({ collection: testSlugs.syncLogs, sort: 'id' })
      return docs.map((run) => (run.scheduled as { at: string }).at)
    },
    hasClock: () => hasRuntime({ kind: 'ticker', payload }),
    looks: () => looks,
    waitForLook: (count: number) => waitFor({ event: `look ${count}`, look: () => looks >= count }),
    waitForRun: () =>
      waitFor({
        event: 'a run',
        look: async () => (await payload.count({ collection: testSlugs.syncLogs })).totalDocs > 0,
      }),
  }
}

/** As in a server: Payload makes no tables there, and a process of tests has no clock. */
const createServerTest = async () => {
  const test = await createClockTest()
  vi.stubEnv('NODE_ENV', 'production')
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  return test
}

describe('the clock of a process', () => {
  it('should look when it starts, and at the start of every minute', async () => {
    const { advance, createSchedule, findSlots, looks, payload, waitForLook, waitForRun } =
      await createServerTest()
    await createSchedule()

    await ensureTicker({ payload })
    expect(looks()).toBe(1)
    expect(await findSlots()).toEqual([])
    await advance(39_000)
    expect(looks()).toBe(1)
    await advance(1_500)
    await waitForLook(2)
    await waitForRun()

    expect(await findSlots()).toEqual(['2031-03-05T12:01:00.000Z'])
    await advance(MINUTE_MS)
    await waitForLook(3)
  })

  it('should look at once for what was missed while the process slept', async () => {
    const { advance, createSchedule, findSlots, payload, waitForLook, waitForRun } =
      await createServerTest()
    await createSchedule()
    await ensureTicker({ payload })

    // No timer fires while a laptop sleeps.
    vi.setSystemTime('2031-03-05T15:30:10.000Z')
    await advance(MINUTE_MS)
    await waitForLook(2)
    await waitForRun()

    expect(await findSlots()).toEqual([expect.stringMatching(/^2031-03-05T15:3[01]:00.000Z$/)])
  })

  it('should make up for what was due before it started', async () => {
    const { createSchedule, findSlots, payload } = await createServerTest()
    await createSchedule()
    vi.setSystemTime('2031-03-05T15:30:10.000Z')

    await ensureTicker({ payload })

    expect(await findSlots()).toEqual(['2031-03-05T15:30:00.000Z'])
  })

  it('should be there once, also for a copy of the module that hot reloading makes', async () => {
    const { advance, hasClock, looks, payload, waitForLook } = await createServerTest()
    await Promise.all([ensureTicker({ payload }), ensureTicker({ payload })])
    vi.resetModules()
    const copy = await import('../../src/sync/runtime/startSync.js')
    expect(copy.ensureTicker).not.toBe(ensureTicker)
    await copy.ensureTicker({ payload })
    expect(looks()).toBe(1)

    await advance(MINUTE_MS)
    await waitForLook(2)
    await copy.stopSync({ payload })
    expect(hasClock()).toBe(false)
    expect(looks()).toBe(2)
  })

  it('should stop, and look no more', async () => {
    const { advance, logged, looks, payload } = await createServerTest()
    await ensureTicker({ payload })
    expect(logged()).toContain('The scheduler has started.')
    expect(logged()).not.toContain('The scheduler has stopped.')
    await stopSync({ payload })
    expect(logged()).toContain('The scheduler has stopped.')

    await advance(5 * MINUTE_MS)

    expect(looks()).toBe(1)
  })

  it('should outlive a database that is away, and lose nothing', async () => {
    const { advance, createSchedule, findSlots, logged, payload, waitForLook, waitForRun } =
      await createServerTest()
    await createSchedule()
    await ensureTicker({ payload })
    const { pool } = getAdapter(payload)
    await pool.query('alter table sync_schedules rename to sync_schedules_away')
    await advance(MINUTE_MS)
    await waitForLook(2)
    await waitFor({
      event: 'the failure to be told',
      look: () => logged().includes('The schedules could not be read'),
    })

    await pool.query('alter table sync_schedules_away rename to sync_schedules')
    await advance(MINUTE_MS)
    await waitForRun()

    expect(await findSlots()).toEqual(['2031-03-05T12:02:00.000Z'])
  })
})

describe('who has a clock', () => {
  beforeEach(() => {
    vi.stubEnv('NEXT_PHASE', undefined)
    vi.stubEnv('NEXT_RUNTIME', undefined)
  })

  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it('should not be a process of tests, unless it asks', async () => {
    const silent = await createClockTest({ scheduler: {} })
    vi.stubEnv('NEXT_RUNTIME', 'nodejs')
    await serveSync(silent)
    expect(silent.hasClock()).toBe(false)
    vi.useRealTimers()

    const asking = await createClockTest({ scheduler: { enabled: true } })
    expect(asking.hasClock()).toBe(true)
  })

  it('should be a server, and neither a build nor a process that does not serve', async () => {
    const test = await createClockTest({ scheduler: {} })
    vi.stubEnv('NODE_ENV', 'production')
    await serveSync(test)
    expect(test.hasClock()).toBe(false)

    vi.stubEnv('NEXT_RUNTIME', 'nodejs')
    vi.stubEnv('NEXT_PHASE', 'phase-production-build')
    await serveSync(test)
    expect(test.hasClock()).toBe(false)

    vi.stubEnv('NEXT_PHASE', 'phase-production-server')
    await serveSync(test)
    expect(test.hasClock()).toBe(true)
  })

  it('should not be a build that was told to have one', async () => {
    vi.stubEnv('NEXT_PHASE', 'phase-production-build')
    const test = await createClockTest({ scheduler: { enabled: true } })

    await serveSync(test)

    expect(test.hasClock()).toBe(false)
  })

  it('should be nobody who was told not to have one', async () => {
    const test = await createClockTest({ scheduler: { enabled: false } })
    vi.stubEnv('NODE_ENV', 'production')
    vi.stubEnv('NEXT_RUNTIME', 'nodejs')

    await serveSync(test)
    await startSync(test)

    expect(test.hasClock()).toBe(false)
  })
})
