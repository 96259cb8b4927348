import { expect, it, onTestFinished } from 'vitest'

import type { Overview } from '../../src/sync/operations/status/getOverview.js'
import type { RestTest } from './createRestTest.js'

import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { testSlugs } from '../project/testSlugs.js'
import { waitFor } from '../project/waitFor.js'
import { createRestTest } from './createRestTest.js'

type Told = {
  health: { message: string; recommendations: string[]; status: string }
} & Overview

type Test = {
  ask: (query?: string) => Promise<Told>
  sync: (mode?: string) => Promise<void>
} & Omit<RestTest, 'ask'>

const RECORDS = ['1', '2', '3', '4'].map((id) => ({ id, name: `Game ${id}` }))

const createTest = async (pace?: () => Promise<unknown>): Promise<Test> => {
  const rest = await createRestTest({
    isWhole: true,
    provider: { pace, pageSize: 2, tellsTotal: true },
    records: RECORDS,
  })
  onTestFinished(rest.close)
  return {
    ...rest,
    ask: async (query = '') => {
      const { body, status } = await rest.ask({ path: `/sync/status${query}` })
      expect(status).toBe(200)
      return body as Told
    },
    sync: async (mode = 'full') => {
      await rest.trigger({ mode, provider: 'test', resource: 'games' })
      await drainSync({ payload: rest.payload })
    },
  }
}

it('should tell what is read and how far, by the records that the provider says there are', async () => {
  let letGo = (): void => undefined
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let calls = 0
  // Each answer paces twice: the second page is kept back, while the first one is stored.
  const test = await createTest(async () => {
    calls += 1
    await (calls > 2 ? held : undefined)
  })
  onTestFinished(() => letGo())

  const working = test.sync()
  const status = await waitFor({
    event: 'the first page is stored',
    look: async () => {
      const { status } = await test.ask()
      return status.progress > 0 && status
    },
  })
  expect(status).toEqual({
    currentOperation: 'test games: Scope all',
    isRunning: true,
    lastError: null,
    lastSyncTime: null,
    lastSyncType: null,
    progress: 50,
  })
  expect((await test.ask()).activeRuns).toMatchObject([
    { progress: { recordsDone: 2, recordsTotal: 4 } },
  ])
  expect((await test.ask('?resource=clubs')).status).toMatchObject({
    currentOperation: null,
    isRunning: false,
  })

  letGo()
  await working

  const after = await test.ask()
  expect(after.status).toEqual({
    currentOperation: null,
    isRunning: false,
    lastError: null,
    lastSyncTime: after.recentRuns[0]!.finishedAt,
    lastSyncType: 'FULL',
    progress: 100,
  })
  expect(after.health).toMatchObject({ level: 'HEALTHY', recommendations: [], status: 'HEALTHY' })
})

it('should count what ended, also what was deleted since', async () => {
  const test = await createTest()
  const { payload, provider } = test
  await test.sync()
  provider.answerWith('4', { name: 42 })
  await test.sync()
  provider.failWith((page) =>
    page === 1 ? { body: { refusal: 'Unknown token.' }, status: 401 } : undefined,
  )
  await test.sync('incremental')

  const told = await test.ask()
  const lasted = told.recentRuns.map(
    ({ finishedAt, startedAt }) => Date.parse(finishedAt!) - Date.parse(startedAt!),
  )
  const metrics = {
    averageDuration: Math.round(lasted.reduce((total, ms) => total + ms, 0) / 3),
    errorRate: 0.5,
    failedSyncs: 1,
    successfulSyncs: 1,
    totalSyncs: 3,
  }
  expect(told.metrics).toEqual(metrics)
  expect(told.status).toEqual({
    currentOperation: null,
    isRunning: false,
    lastError: told.recentRuns[0]!.error!.message,
    lastSyncTime: told.recentRuns[0]!.finishedAt,
    lastSyncType: 'INCREMENTAL',
    progress: 50,
  })
  expect(told.health.message).toContain('Unknown token.')
  expect(told.health.recommendations).not.toEqual([])

  await payload.delete({ collection: testSlugs.syncLogs, where: { id: { exists: true } } })
  provider.failWith(undefined)
  await test.sync()

  expect((await test.ask()).metrics).toMatchObject({
    failedSyncs: 1,
    successfulSyncs: 1,
    totalSyncs: 4,
  })

  // What an earlier version left has no totals; the runs that are there are counted then.
  await payload.update({
    collection: testSlugs.syncStates,
    data: { totals: { completed: null, durationMs: null, failed: null, partial: null } },
    where: { id: { exists: true } },
  })
  await test.sync()

  expect((await test.ask()).metrics).toMatchObject({
    failedSyncs: 0,
    successfulSyncs: 0,
    totalSyncs: 2,
  })

  const clubs = await test.ask('?provider=test&resource=clubs')
  expect(clubs).toMatchObject({
    metrics: { totalSyncs: 0 },
    providers: [{ name: 'test', resources: [{ name: 'clubs' }] }],
    recentRuns: [],
    status: { lastSyncTime: null },
  })
  expect(await test.ask('?provider=test&resource=games')).toMatchObject({
    metrics: { totalSyncs: 2 },
    recentRuns: [{ resource: 'games' }, { resource: 'games' }],
  })
})

it('should not know other names', async () => {
  const rest = await createRestTest()
  onTestFinished(rest.close)

  for (const query of ['provider=nobody', 'resource=nothing', 'provider=test&resource=nothing']) {
    expect((await rest.ask({ path: `/sync/status?${query}` })).status).toBe(404)
  }
  expect((await rest.ask({ path: '/sync/status?provider=' })).status).toBe(400)
  // A provider that is not set up can be asked about.
  const { body } = await rest.ask({ path: '/sync/status?provider=broken' })
  expect(body).toMatchObject({ providers: [{ name: 'broken' }] })
})
