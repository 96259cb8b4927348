import type { Payload } from 'payload'

import { describe, expect, it, onTestFinished } from 'vitest'

import type { Provider, Quota, SyncMode } from '../../../src/sdk/index.js'
import type { Run } from '../../../src/sync/run/Run.js'

import { formatRun } from '../../../src/plugin/cli/parts/formatRun.js'
import { SYNC_MODES } from '../../../src/sdk/index.js'
import { getNames } from '../../../src/sync/operations/getNames.js'
import { getRun } from '../../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../../src/sync/operations/runs/startRun.js'
import { getStatus } from '../../../src/sync/operations/status/getStatus.js'
import { startSync, stopSync } from '../../../src/sync/runtime/startSync.js'
import { getAdapter } from '../../../src/sync/store/Database.js'
import { createTestProject } from '../../project/createTestProject.js'
import { createTestProvider } from '../../project/createTestProvider.js'
import { waitFor } from '../../project/waitFor.js'

const RECORDS = Array.from({ length: 30 }, (_, index) => ({
  id: `${index}`,
  name: `Game ${index}`,
}))

/** Counts nothing itself: its quota is what the test writes into the table. */
const withBudget = (provider: Provider): Provider => ({
  ...provider,
  http: {
    ...provider.http!,
    budgets: (path) => (path === '/games' ? ['hour'] : []),
    readQuota: (): Quota[] => [],
  },
})

/** Two providers whose runs share one worker in each lane. */
const setUp = async ({ retries = 0 } = {}) => {
  const slow = await createTestProvider({ name: 'slow', isLive: true, records: RECORDS })
  const quick = await createTestProvider({ name: 'quick', isLive: true, records: RECORDS })
  onTestFinished(slow.close)
  onTestFinished(quick.close)
  const { logged, payload } = await createTestProject({
    options: {
      providers: [withBudget(slow.provider), quick.provider],
      retries,
      scheduler: { enabled: false },
      worker: { concurrency: { bulk: 1, live: 1 } },
    },
  })
  onTestFinished(() => payload.destroy())
  await startSync({ payload })
  onTestFinished(() => stopSync({ payload }))
  const { pool } = getAdapter(payload)
  return {
    find: (run: Run) => getRun({ payload, runId: run.id }),
    logged,
    payload,
    pool,
    quick,
    slow,
    spendQuota: (interval: string) =>
      pool.query(
        `insert into sync_quotas (provider, connection, name, "limit", available, resets_at, in_flight,
           ticket, window_ticket, used_at)
         values ('slow', 'default', 'hour', 100, 0, now() + interval '${interval}', 0, 0, 0, now())`,
      ),
  }
}

const queue = async (payload: Payload, provider: string, mode: SyncMode = 'full'): Promise<Run> => {
  const [run] = await startRun({
    initiatedBy: null,
    mode,
    payload,
    provider,
    resource: 'games',
    trigger: 'api',
  })
  return run!
}

const limitRate = (retryAfter: number) => () => ({
  body: { message: 'Too many requests' },
  headers: { 'retry-after': String(retryAfter) },
  status: 429,
})

describe('a run that waits for its provider', () => {
  it.each(SYNC_MODES)('should leave its worker to another provider in mode %s', async (mode) => {
    const { find, payload, quick, slow } = await setUp()
    slow.failWith(limitRate(60))
    const waiting = await queue(payload, 'slow', mode)
    await waitFor({
      event: 'the refusal to be known',
      look: async () => (await find(waiting)).error?.code === 'RATE_LIMITED',
    })

    const other = await queue(payload, 'quick', mode)
    await waitFor({
      event: 'the other provider to be synced',
      look: async () => (await find(other)).status === 'completed',
    })

    const { error, retryAt, status } = await find(waiting)
    expect(status).toBe('running')
    expect(error?.message).toContain('429')
    expect(Date.parse(retryAt ?? '')).toBeGreaterThan(Date.now())
    expect(quick.requests()).toBe(3)

    // A process that ends does not wait either.
    await stopSync({ payload })
    expect(await find(waiting)).toMatchObject({ attempt: 1, error: null, status: 'queued' })
  })

  it('should go on by itself, in the middle of a page, without asking for it again', async () => {
    const { find, payload, slow } = await setUp()
    let refusals = 0
    slow.failWith((page) => (page === 1 && (refusals += 1) === 1 ? limitRate(3)() : undefined))

    const run = await queue(payload, 'slow')
    const ended = await waitFor({
      event: 'the run to end',
      look: async () => {
        const found = await find(run)
        return found.status !== 'queued' && found.status !== 'running' && found
      },
    })

    expect(ended).toMatchObject({ attempt: 1, error: null, retryAt: null, status: 'completed' })
    expect(slow.requests()).toBe(4)
  })

  it('should say why and until when, and be well all the same', async () => {
    const { find, payload, pool, slow, spendQuota } = await setUp()
    await spendQuota('50 seconds')

    const run = await queue(payload, 'slow')
    const waiting = await waitFor({
      event: 'the wait to be known',
      look: async () => {
        const found = await find(run)
        return found.error && found
      },
    })

    expect(waiting).toMatchObject({
      error: {
        code: 'WAITING',
        message: 'Test provider was not asked for /games: its quota "hour" is used up.',
      },
      status: 'running',
    })
    expect(formatRun({ names: getNames(payload), run: waiting })).toContain(
      `is used up. · goes on at ${waiting.retryAt}`,
    )
    const { health } = await getStatus({ payload })
    expect(health.reasons.map(({ code }) => code)).toEqual(['QUOTA_SPENT'])
    expect(health.reasons[0]?.resources).toEqual([])

    await pool.query('update sync_quotas set resets_at = now()')
    await waitFor({
      event: 'the run to be complete',
      look: async () => (await find(run)).status === 'completed',
    })
    expect(await find(run)).toMatchObject({ attempt: 1, error: null, retryAt: null })
    expect(slow.requests()).toBe(3)
  })

  it('should go back to the queue for more than a minute, and not count as failed', async () => {
    const { find, logged, payload, pool, spendQuota } = await setUp({ retries: 1 })
    await spendQuota('1 hour')
    const run = await queue(payload, 'slow')

    for (const attempt of [1, 2, 3]) {
      const found = await waitFor({
        event: 'the run to be put off',
        look: async () => {
          const latest = await find(run)
          return (
            latest.retryAt !== null &&
            latest.status === 'queued' &&
            latest.attempt === attempt &&
            latest
          )
        },
      })
      expect(found.error).toEqual({
        code: 'RATE_LIMITED',
        message: 'Test provider was not asked for /games: its quota "hour" is used up.',
      })
      expect(Date.parse(found.retryAt ?? '') - Date.now()).toBeGreaterThan(3_000_000)
      await pool.query(`
        update sync_logs set retry_at = now();
        select payload_sync_queue.reschedule_jobs(array_agg(id), now()) from payload_sync_queue.jobs`)
    }
    expect(logged()).toContain('it waits for its provider')

    await pool.query('update sync_quotas set resets_at = now()')
    await pool.query(`
      update sync_logs set retry_at = now();
      select payload_sync_queue.reschedule_jobs(array_agg(id), now()) from payload_sync_queue.jobs`)
    await waitFor({
      event: 'the run to be complete',
      look: async () => (await find(run)).status === 'completed',
    })
  })
})
