import { describe, expect, it, onTestFinished } from 'vitest'

import type { HttpFacts, Provider } from '../../../src/sdk/index.js'

import { refreshRecord } from '../../../src/sync/operations/records/refreshRecord.js'
import { getRun } from '../../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../../src/sync/operations/runs/startRun.js'
import { getStatus } from '../../../src/sync/operations/status/getStatus.js'
import { drainSync } from '../../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../../src/sync/store/Database.js'
import { createCliTest } from '../../cli/createCliTest.js'
import { createTestProject } from '../../project/createTestProject.js'
import { createTestProvider } from '../../project/createTestProvider.js'
import { waitFor } from '../../project/waitFor.js'

const HOUR_MS = 3_600_000

const withFacts = (provider: Provider, facts: Partial<HttpFacts>): Provider => ({
  ...provider,
  http: { ...provider.http!, ...facts },
})

/** A project whose provider counts against one budget and can be made to refuse. */
const createBlockTest = async (facts: Partial<HttpFacts> = {}) => {
  const provider = await createTestProvider({ records: [{ id: '1', name: 'One' }] })
  onTestFinished(provider.close)
  const { logged, payload } = await createTestProject({
    options: {
      providers: [withFacts(provider.provider, { budgets: () => ['day'], ...facts })],
      retries: 5,
    },
  })
  onTestFinished(() => payload.destroy())
  const { pool } = getAdapter(payload)
  return {
    blockedMs: async (): Promise<number> => {
      const { rows } = await pool.query<{ ms: null | string }>(
        `select extract(epoch from max(blocked_until) - now()) * 1000 as ms from sync_quotas`,
      )
      return Number(rows[0]?.ms ?? 0)
    },
    logged,
    payload,
    pool,
    provider,
    sync: async () => {
      const [run] = await startRun({
        initiatedBy: null,
        mode: 'full',
        payload,
        provider: 'test',
        resource: 'games',
        trigger: 'api',
      })
      const stop = new AbortController()
      onTestFinished(() => stop.abort())
      // One that was put off would be waited for.
      void drainSync({ payload, signal: stop.signal })
      const settled = await waitFor({
        event: 'the run to end, or to be put off',
        look: async () => {
          const found = await getRun({ payload, runId: run!.id })
          return (found.finishedAt !== null || found.retryAt !== null) && found
        },
      })
      stop.abort()
      return settled
    },
  }
}

const refuse = (value: string) => () => ({
  body: {},
  headers: { 'retry-after': value },
  status: 429,
})

describe('a refusal with a wait that makes no sense', () => {
  it.each([
    ['ten years of seconds', '315360000'],
    ['a second since 1970 in ten years', String(Math.round(Date.now() / 1000) + 315_360_000)],
    ['a millisecond since 1970 in ten years', String(Date.now() + 315_360_000_000)],
    ['the last day of the year 9999', 'Fri, 31 Dec 9999 23:59:59 GMT'],
  ])('should block for an hour at most, and break nothing: %s', async (_name, value) => {
    const { blockedMs, payload, provider, sync } = await createBlockTest()
    provider.failWith(refuse(value))

    expect(await sync()).toMatchObject({ error: { code: 'RATE_LIMITED' }, status: 'queued' })
    expect(await blockedMs()).toBeGreaterThan(0)
    expect(await blockedMs()).toBeLessThanOrEqual(HOUR_MS)
    const { providers } = await getStatus({ payload })
    expect(Date.parse(providers[0]!.quotas[0]!.resetsAt!)).toBeLessThan(Date.now() + 2 * HOUR_MS)
  })

  it('should block for as long as the facts say', async () => {
    const { blockedMs, provider, sync } = await createBlockTest({ longestWaitMs: 20 * HOUR_MS })
    provider.failWith(refuse('60000'))

    await sync()
    expect(await blockedMs()).toBeGreaterThan(16 * HOUR_MS)
  })

  it('should not make the status fail where an earlier version has stored it', async () => {
    const { payload, pool, sync } = await createBlockTest()
    await sync()
    await pool.query(`update sync_quotas set blocked_until = '290000-01-01', available = 1`)

    expect((await getStatus({ payload })).providers[0]!.quotas).toMatchObject([
      { remaining: 0, resetsAt: null },
    ])
  })
})

describe('the reset of a provider', () => {
  it('should lift a block, forget failures and start what was put off', async () => {
    const { logged, payload, pool, provider, sync } = await createBlockTest()
    provider.failWith(refuse('3000'))
    const { id } = await sync()
    await pool.query(`insert into sync_breakers (provider, connection, failures, open_until, reason)
      values ('test', 'default', 9, now() + interval '1 hour', 'It was down.')`)
    provider.failWith(undefined)
    await expect(
      refreshRecord({ externalId: '1', payload, provider: 'test', resource: 'games' }),
    ).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })

    const { code, output } = await createCliTest(payload)({ args: ['reset', 'test'] })

    expect({ code, output }).toEqual({
      code: 0,
      output: 'test is asked again: 1 pauses and 1 budgets are forgotten, 1 runs start now.\n',
    })
    expect(logged()).toMatch(/"by":"cli".*"msg":"Sync provider reset\."/)
    await drainSync({ payload })
    expect(await getRun({ payload, runId: id })).toMatchObject({ error: null, status: 'completed' })
  })

  it('should refuse a provider that nobody knows, and ask for one', async () => {
    const { payload } = await createBlockTest()

    expect(await createCliTest(payload)({ args: ['reset', 'nobody'] })).toMatchObject({ code: 2 })
    expect(await createCliTest(payload)({ args: ['reset'] })).toMatchObject({
      code: 2,
      errors: 'Name a provider.\nUsage: payload sync reset <provider> [--json]\n',
    })
  })
})
