import { expect, it, onTestFinished } from 'vitest'

import type { SyncStatus } from '../../src/sync/operations/status/SyncStatus.js'
import type { RestTest } from './createRestTest.js'

import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { createCliTest } from '../cli/createCliTest.js'
import { TEST_TOKEN } from '../project/defineTestProvider.js'
import { testSlugs } from '../project/testSlugs.js'
import { createRestTest, PROBLEM } from './createRestTest.js'

type Test = { findStatus: () => Promise<SyncStatus> } & RestTest

const createTest = async (): Promise<Test> => {
  const rest = await createRestTest({
    records: [
      { id: '1', name: 'Game', home: { id: '53', name: 'Celtic' } },
      { id: '2', name: 'Another' },
    ],
  })
  onTestFinished(rest.close)
  return {
    ...rest,
    findStatus: async () => {
      const { body, status } = await rest.ask({ path: '/sync/status' })
      expect(status).toBe(200)
      return body as SyncStatus
    },
  }
}

it('should tell of each provider and resource before anything was synced', async () => {
  const { findStatus } = await createTest()

  const nothing = {
    activeRun: null,
    canRefresh: false,
    consecutiveFailures: 0,
    lastRun: null,
    lastSuccessAt: null,
    openIssues: 0,
    recordsWithIssues: 0,
    references: [] as string[],
    stored: 0,
    waitsFor: null,
  }
  const unasked = { breaker: { reason: null, state: 'closed', until: null }, quotas: [] }
  const resources = [
    { ...nothing, name: 'clubs', collection: testSlugs.teams, modes: ['full'] },
    {
      ...nothing,
      name: 'games',
      canRefresh: true,
      collection: testSlugs.matches,
      modes: ['full', 'incremental'],
      references: ['clubs'],
    },
  ]
  expect(await findStatus()).toEqual({
    activeRuns: [],
    health: {
      level: 'CRITICAL',
      message: `Broken provider is not set up. ${PROBLEM}`,
      reasons: [
        {
          code: 'NOT_CONFIGURED',
          level: 'CRITICAL',
          provider: 'broken',
          resources: [],
          values: { provider: 'Broken provider', reason: PROBLEM },
        },
      ],
      recommendations: [expect.any(String)],
      status: 'CRITICAL',
    },
    metrics: {
      averageDuration: 0,
      errorRate: 0,
      failedSyncs: 0,
      successfulSyncs: 0,
      totalSyncs: 0,
    },
    now: expect.any(String) as string,
    providers: [
      {
        ...unasked,
        name: 'test',
        isReady: true,
        label: 'Test provider',
        problems: [],
        resources,
      },
      {
        ...unasked,
        name: 'broken',
        isReady: false,
        label: 'Broken provider',
        problems: [PROBLEM],
        resources,
      },
    ],
    recentRuns: [],
    status: {
      currentOperation: null,
      isRunning: false,
      lastError: null,
      lastSyncTime: null,
      lastSyncType: null,
      progress: 0,
    },
  })
})

it('should tell what waits', async () => {
  const { findStatus, trigger } = await createTest()
  await trigger({ provider: 'test', resource: 'games' })

  const { providers, recentRuns } = await findStatus()

  expect(providers[0]!.resources).toMatchObject([
    { name: 'clubs', activeRun: null },
    { name: 'games', activeRun: { resource: 'games', status: 'queued' } },
  ])
  expect(recentRuns).toMatchObject([{ resource: 'games', status: 'queued' }])
})

it('should tell what ran, what came of it and how much is stored', async () => {
  const { findStatus, payload, provider, trigger } = await createTest()
  provider.answerWith('2', { name: 42 })
  await trigger({ provider: 'test' })
  await drainSync({ payload })

  const { providers, recentRuns } = await findStatus()

  expect(providers[0]!.resources).toMatchObject([
    { name: 'clubs', activeRun: null, lastRun: { status: 'completed' }, stored: 1 },
    {
      name: 'games',
      activeRun: null,
      lastRun: { counts: { created: 1, invalid: 1 }, status: 'partial' },
      lastSuccessAt: null,
      openIssues: 1,
      stored: 1,
    },
  ])
  expect(providers[0]!.resources[0]!.lastSuccessAt).toBe(
    new Date(providers[0]!.resources[0]!.lastSuccessAt!).toISOString(),
  )
  expect(recentRuns.map(({ resource }) => resource)).toEqual(['games', 'clubs'])
})

it('should count failures in a row', async () => {
  const { findStatus, payload, provider, trigger } = await createTest()
  provider.failWith(() => ({ body: { refusal: 'Unknown token.' }, status: 401 }))
  for (let turn = 0; turn < 2; turn += 1) {
    await trigger({ provider: 'test', resource: 'games' })
    await drainSync({ payload })
  }

  const { providers } = await findStatus()

  expect(providers[0]!.resources[1]).toMatchObject({
    consecutiveFailures: 2,
    lastRun: { error: { code: 'CREDENTIALS_REFUSED' }, status: 'failed' },
  })
})

it('should have a resource wait for the one that failed before it, until that is mended', async () => {
  const { findStatus, payload } = await createTest()
  const end = (resource: string, status: 'completed' | 'failed') =>
    payload.create({
      collection: testSlugs.syncLogs,
      data: {
        error: status === 'failed' ? { code: 'CREDENTIALS_REFUSED', message: 'No.' } : {},
        lane: 'bulk',
        mode: 'full',
        provider: 'test',
        resource,
        status,
        trigger: 'api',
      },
    })
  await end('clubs', 'failed')
  await end('games', 'failed')

  const { health, providers } = await findStatus()
  const { lines } = await createCliTest(payload)({ args: ['status'] })
  await end('clubs', 'completed')
  const mended = await findStatus()

  expect(providers[0]!.resources).toMatchObject([
    { name: 'clubs', lastRun: { status: 'failed' }, waitsFor: null },
    { name: 'games', lastRun: { status: 'failed' }, waitsFor: 'clubs' },
  ])
  const failures = health.reasons.filter(({ code }) => code === 'CREDENTIALS_REFUSED')
  expect(failures).toMatchObject([{ provider: 'test', resources: ['clubs'] }])
  expect(lines.find((line) => line.startsWith('  Matches'))).toMatch(/ · waits for Teams$/)
  expect(mended.providers[0]!.resources.map(({ waitsFor }) => waitsFor)).toEqual([null, null])
})

it('should tell of the newest ten runs at most', async () => {
  const { findStatus, payload } = await createTest()
  for (let turn = 0; turn < 12; turn += 1) {
    await payload.create({
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
  }

  expect((await findStatus()).recentRuns).toHaveLength(10)
})

it('should tell no secret of a provider', async () => {
  const { findStatus } = await createTest()

  expect(JSON.stringify(await findStatus())).not.toContain(TEST_TOKEN)
})
