import { expect, it, onTestFinished } from 'vitest'

import type { History } from '../../src/sync/operations/runs/getHistory.js'
import type { Run } from '../../src/sync/run/Run.js'

import { DEFAULT_CONNECTION } from '../../src/sdk/connections/Connection.js'
import { testSlugs } from '../project/testSlugs.js'
import { createRestTest } from './createRestTest.js'

const NOW = new Date('2025-04-01T12:34:56.000Z')

type Ended = { finishedAt: string; startedAt: string } & Partial<
  Pick<Run, 'connection' | 'counts' | 'requests' | 'status'>
>

const createTest = async () => {
  const rest = await createRestTest({ options: { clock: { now: () => NOW } } })
  onTestFinished(rest.close)
  return {
    ...rest,
    findHistory: async (query = '') => {
      const { body, status } = await rest.ask({ path: `/sync/history${query}` })
      return { history: body as History, status }
    },
    storeRun: (run: Ended) =>
      rest.payload.create({
        collection: testSlugs.syncLogs,
        data: {
          lane: 'bulk',
          mode: 'full',
          provider: 'test',
          requests: 7,
          resource: 'games',
          status: 'completed',
          trigger: 'api',
          ...run,
        },
      }),
  }
}

const COUNTS = {
  conflicts: 0,
  created: 3,
  deferred: 0,
  fetched: 10,
  invalid: 0,
  missing: 0,
  unchanged: 5,
  updated: 2,
}

it('should tell of a day hour by hour, up to the one that is not over', async () => {
  const { findHistory } = await createTest()

  const { history, status } = await findHistory()

  expect(status).toBe(200)
  expect(history).toMatchObject({ bucketMs: 3_600_000, window: '24h' })
  expect(history.buckets).toHaveLength(24)
  expect(history.buckets[0]!.at).toBe('2025-03-31T13:00:00.000Z')
  expect(history.buckets.at(-1)).toEqual({
    at: '2025-04-01T12:00:00.000Z',
    created: 0,
    durationMs: null,
    quotaShare: null,
    requests: 0,
    runs: { cancelled: 0, completed: 0, failed: 0, partial: 0 },
    unchanged: 0,
    updated: 0,
  })
})

it('should add up what ended in the same while, by result', async () => {
  const { findHistory, storeRun } = await createTest()
  const at = { finishedAt: '2025-04-01T11:30:10.000Z', startedAt: '2025-04-01T11:30:00.000Z' }
  await storeRun({ ...at, counts: COUNTS })
  await storeRun({ ...at, counts: COUNTS, startedAt: '2025-04-01T11:29:50.000Z' })
  await storeRun({ ...at, status: 'failed' })

  const { history } = await findHistory('?window=24h')

  expect(history.buckets.at(-2)).toEqual({
    at: '2025-04-01T11:00:00.000Z',
    created: 6,
    durationMs: 40_000 / 3,
    quotaShare: null,
    requests: 21,
    runs: { cancelled: 0, completed: 2, failed: 1, partial: 0 },
    unchanged: 10,
    updated: 4,
  })
})

it('should tell how much of the tightest quota the requests came to', async () => {
  const { findHistory, payload, storeRun } = await createTest()
  const at = { finishedAt: '2025-04-01T11:30:10.000Z', startedAt: '2025-04-01T11:30:00.000Z' }
  await storeRun({ ...at, requests: 30 })
  await storeRun({ ...at, requests: 30, status: 'failed' })
  await storeRun({ ...at, connection: 'other', requests: 1000 })
  for (const [name, limit, windowMs] of [
    ['minute', 10, 60_000],
    ['day', 200, 86_400_000],
    ['closed', 0, 60_000],
    ['unknown', 1, null],
  ] as const) {
    const data = {
      name,
      available: 1,
      connection: DEFAULT_CONNECTION,
      limit,
      provider: 'test',
      windowMs,
    }
    await payload.create({ collection: testSlugs.syncQuotas, data })
  }
  const read = async (window: string) =>
    (await findHistory(`?window=${window}`)).history.buckets.map(({ quotaShare }) => quotaShare)

  const hours = await read('24h')
  // 60 of the 200 that an hour may take of its day; of 600 that its minutes grant it is less.
  expect(hours.at(-2)).toBe(0.3)
  expect(hours.at(-1)).toBe(0)
  // A day grants 200 again and again: a bucket of one has them once.
  expect((await read('30d')).at(-1)).toBe(0.3)
})

it('should know no quota of a provider that the project has no more', async () => {
  const { findHistory, payload } = await createTest()
  const data = { name: 'day', available: 1, limit: 10, provider: 'gone', windowMs: 86_400_000 }
  await payload.create({ collection: testSlugs.syncQuotas, data })

  const { buckets } = (await findHistory()).history
  expect(new Set(buckets.map(({ quotaShare }) => quotaShare))).toEqual(new Set([null]))
})

it('should reach back as far as it is asked to and no farther', async () => {
  const { findHistory, storeRun } = await createTest()
  await storeRun({
    finishedAt: '2025-03-20T08:00:01.000Z',
    startedAt: '2025-03-20T08:00:00.000Z',
  })
  const count = ({ buckets }: History): number =>
    buckets.reduce((sum, { runs }) => sum + runs.completed, 0)

  expect(count((await findHistory('?window=7d')).history)).toBe(0)
  expect(count((await findHistory('?window=30d')).history)).toBe(1)
})

it('should refuse a window that it does not have', async () => {
  const { findHistory } = await createTest()

  expect((await findHistory('?window=1y')).status).toBe(400)
})
