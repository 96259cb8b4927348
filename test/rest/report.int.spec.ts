import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { SyncReport } from '../../src/sync/operations/reports/getReport.js'
import type { RestTest } from './createRestTest.js'

import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createCliTest } from '../cli/createCliTest.js'
import { testSlugs } from '../project/testSlugs.js'
import { waitFor } from '../project/waitFor.js'
import { createRestTest } from './createRestTest.js'

let test: RestTest
let schedule: number

type Ended = {
  at: string
  code?: string
  connection?: string
  counts?: Record<string, number>
  delay?: number
  isScheduled?: boolean
  memory?: number
  requests?: number
  retries?: number
  seconds: number
  status: string
}

/** Twenty runs of 1 to 20 seconds on one day, and single ones beside it. */
const ENDED: Ended[] = [
  ...Array.from({ length: 20 }, (_, index) => ({
    at: `2026-05-01T${String(index).padStart(2, '0')}:00:00Z`,
    counts: { created: 1, fetched: 10, unchanged: 9 },
    isScheduled: index < 4,
    requests: 2,
    seconds: index + 1,
    status: 'completed',
  })),
  { at: '2026-05-02T12:00:00Z', code: 'RATE_LIMITED', retries: 3, seconds: 1, status: 'failed' },
  { at: '2026-05-02T13:00:00Z', code: 'RATE_LIMITED', seconds: 1, status: 'failed' },
  {
    at: '2026-05-03T23:59:59Z',
    code: 'RECORDS_INVALID',
    connection: 'second',
    counts: { conflicts: 2, fetched: 3, invalid: 1 },
    delay: 41.5,
    memory: 512,
    seconds: 5,
    status: 'partial',
  },
  { at: '2026-05-03T10:00:00Z', memory: 300, seconds: 1, status: 'cancelled' },
  // Not in it.
  { at: '2026-04-30T23:59:59Z', seconds: 100, status: 'failed' },
  { at: '2026-05-04T00:00:00Z', seconds: 100, status: 'failed' },
]

beforeAll(async () => {
  test = await createRestTest({
    isWhole: true,
    options: { retries: 1 },
    records: [{ id: '1', name: 'Derby' }],
  })
  const { payload } = test
  const made = await payload.create({
    collection: testSlugs.syncSchedules,
    data: { frequency: 'daily', hour: 3, mode: 'full', provider: 'test', resource: 'games' },
  })
  schedule = made.id as number
  const { pool } = getAdapter(payload)
  for (const run of ENDED) {
    const { counts = {} } = run
    await pool.query(
      `insert into sync_logs (provider, resource, connection, mode, lane, trigger, status, started_at,
        finished_at, error_code, requests, retries_total, peak_memory_mb, loop_delay_ms,
        scheduled_schedule_id, counts_fetched, counts_created, counts_unchanged, counts_invalid,
        counts_conflicts)
      values ('test', 'games', $1, 'full', 'bulk', 'api', $2::text::enum_sync_logs_status,
        $3::timestamptz - $4 * interval '1 second',
        $3, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        run.connection ?? 'default',
        run.status,
        run.at,
        run.seconds,
        run.code ?? null,
        run.requests ?? 0,
        run.retries ?? 0,
        run.memory ?? null,
        run.delay ?? null,
        run.isScheduled ? schedule : null,
        counts.fetched ?? 0,
        counts.created ?? 0,
        counts.unchanged ?? 0,
        counts.invalid ?? 0,
        counts.conflicts ?? 0,
      ],
    )
  }
})

afterAll(() => test.close())

const PERIOD = 'from=2026-05-01&to=2026-05-03'

const ask = async (query = PERIOD) => await test.ask({ path: `/sync/report?${query}` })

describe('the report', () => {
  it('should say what ran, how it went, how long it took and what it cost', async () => {
    const { body, status } = await ask()

    expect(status).toBe(200)
    const { buckets, connections, providers, schedules, total, ...rest } = body as SyncReport
    expect(rest).toMatchObject({
      bucketMs: 86_400_000,
      from: '2026-05-01T00:00:00.000Z',
      to: '2026-05-04T00:00:00.000Z',
    })
    expect(total).toEqual({
      durationMs: { max: 20_000, median: 8500, p95: 18_850 },
      failures: [
        { code: 'RATE_LIMITED', runs: 2 },
        { code: 'RECORDS_INVALID', runs: 1 },
      ],
      loopDelayMs: 41.5,
      peakMemoryMb: 512,
      records: {
        conflicts: 2,
        created: 20,
        deferred: 0,
        fetched: 203,
        invalid: 1,
        missing: 0,
        unchanged: 180,
        updated: 0,
      },
      requests: 40,
      retries: 3,
      runs: { cancelled: 1, completed: 20, failed: 2, partial: 1, total: 24 },
      successRate: 20 / 23,
    })
    expect(providers).toMatchObject([{ ...total, label: 'Test provider', provider: 'test' }])
    expect(connections).toMatchObject([
      { connection: 'default', runs: { total: 23 }, successRate: 20 / 22 },
      {
        connection: 'second',
        failures: [{ code: 'RECORDS_INVALID', runs: 1 }],
        runs: { partial: 1, total: 1 },
        successRate: 0,
      },
    ])
    expect(schedules).toMatchObject([
      {
        id: schedule,
        durationMs: { max: 4000, median: 2500 },
        provider: 'test',
        runs: { completed: 4, total: 4 },
        title: expect.stringContaining('Test provider') as string,
      },
    ])
    expect(buckets.map(({ at, runs }) => [at.slice(0, 10), runs.total])).toEqual([
      ['2026-05-01', 20],
      ['2026-05-02', 2],
      ['2026-05-03', 2],
    ])
  })

  it('should be the same as CSV, a line for each', async () => {
    const { pool } = getAdapter(test.payload)
    await pool.query(`update sync_logs set connection = '=1+1' where connection = 'second'`)
    const { body: text, headers } = await ask(`${PERIOD}&format=csv`)

    expect(headers.get('content-type')).toContain('text/csv')
    expect(headers.get('content-disposition')).toContain('sync-report-2026-05-01-2026-05-04.csv')
    const [header, total, ...others] = String(text).trim().split('\n')
    expect(header).toMatch(/^of,provider,connection,id,label,from,to,total,completed,/)
    expect(total).toMatch(
      /^total,,,,,2026-05-01T00:00:00.000Z,2026-05-04T00:00:00.000Z,24,20,1,2,1,/,
    )
    expect(others.map((line) => line.split(',', 1)[0])).toEqual([
      'provider',
      'connection',
      'connection',
      'schedule',
      'part',
      'part',
      'part',
    ])
    // No spreadsheet calculates with it.
    expect(text).toContain("connection,test,'=1+1,")
    await pool.query(`update sync_logs set connection = 'second' where connection = '=1+1'`)
  })

  it('should be what the command prints', async () => {
    const call = createCliTest(test.payload)
    const args = ['report', '--from', '2026-05-01', '--to', '2026-05-03']

    const { lines } = await call({ args })
    expect(lines[1]).toBe(
      'All           24 runs · 87 % completed · median 8.5 s, p95 18.9 s · ' +
        '203 records (20 new, 0 changed) · 40 requests · 3 retries · 2 conflicts',
    )
    expect(lines).toContain('  ! RATE_LIMITED: 2 runs')
    const { body } = await ask()
    expect(JSON.parse((await call({ args: [...args, '--json'] })).output)).toEqual(body)
    expect((await call({ args: [...args, '--csv'] })).lines).toHaveLength(9)
    expect(await call({ args: ['report', '--from', 'May'] })).toMatchObject({
      code: 2,
      errors: expect.stringContaining('from must be a day') as string,
    })
  })

  it('should have nothing in a time without runs, and refuse one that is none', async () => {
    expect((await ask('from=2020-01-01&to=2020-01-01')).body).toMatchObject({
      buckets: { length: 24 },
      connections: [],
      total: { durationMs: { median: null }, runs: { total: 0 }, successRate: null },
    })
    for (const [query, field] of [
      ['from=2026-02-30', 'from'],
      ['to=soon', 'to'],
      ['from=2026-05-03&to=2026-05-01', 'from'],
      ['format=pdf', 'format'],
    ]) {
      expect(await ask(query), query).toMatchObject({ body: { errors: [{ field }] }, status: 400 })
    }
  })

  it('should tell what the process of a worker took, also in an attempt that was put off', async () => {
    const readRun = async (id: unknown) => {
      const { body } = await test.ask({ path: `/${testSlugs.syncLogs}/${String(id)}` })
      return body as { loopDelayMs?: number; peakMemoryMb?: number; status: string }
    }
    const { body: asked } = await test.trigger({ provider: 'test', resource: 'games' })
    const [{ id }] = (asked as { runs: [{ id: number }] }).runs
    // Its server is in the process of the worker, and holds all of it up.
    test.provider.failWith(() => {
      blockFor(BLOCKED_MS)
      return { headers: { 'retry-after': '300' }, status: 429 }
    })
    // What held up the process before two looks at its event loop would be told by nobody.
    const before = test.provider.requests()
    const looks = monitorEventLoopDelay({ resolution: 10 })
    test.provider.holdUntil(
      waitFor({
        event: 'looks at the event loop of a run at work',
        look: () => test.provider.requests() > before && looks.enable() !== null && looks.count > 2,
      }),
    )
    const isPutOff = new AbortController()
    await drainSync({
      onLook: ([run]) => run?.retryAt && isPutOff.abort(),
      payload: test.payload,
      signal: isPutOff.signal,
    })

    looks.disable()
    const putOff = await readRun(id)
    expect(putOff.status).toBe('queued')
    expect(putOff.loopDelayMs).toBeGreaterThan(BLOCKED_MS / 2)
    expect(putOff.peakMemoryMb).toBeGreaterThan(50)

    test.provider.failWith(undefined)
    await test.ask({ method: 'POST', path: '/sync/providers/test/reset' })
    await drainSync({ payload: test.payload })
    expect(await readRun(id)).toMatchObject({ status: 'completed' })
    const { body } = await ask('')
    const { loopDelayMs, peakMemoryMb, runs } = (body as SyncReport).total
    expect(runs.total).toBe(1)
    expect(peakMemoryMb).toBeGreaterThanOrEqual(putOff.peakMemoryMb!)
    expect(loopDelayMs).toBeGreaterThanOrEqual(putOff.loopDelayMs!)
  })
})

const BLOCKED_MS = 400

/** As code that never gives way does it. */
const blockFor = (ms: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}
