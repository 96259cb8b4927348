import { describe, expect, it, onTestFinished } from 'vitest'

import type { Diagnosis } from '../../src/sync/operations/doctor/diagnose.js'

import { getAdapter } from '../../src/sync/store/Database.js'
import { createSyncTest } from '../project/createSyncTest.js'
import { createTestProject } from '../project/createTestProject.js'
import { createTestProvider } from '../project/createTestProvider.js'
import { testSlugs } from '../project/testSlugs.js'
import { createCliTest } from './createCliTest.js'

const diagnose = async (call: ReturnType<typeof createCliTest>) => {
  const { code, output } = await call({ args: ['doctor', '--json'] })
  const { findings, isHealthy } = JSON.parse(output) as Diagnosis
  return {
    code,
    findings,
    healthOf: (level: string) =>
      findings
        .filter((finding) => finding.check === 'health' && finding.level === level)
        .map(({ message }) => message),
    isHealthy,
    levelOf: (check: string) => findings.find((finding) => finding.check === check)?.level,
  }
}

describe('payload sync doctor', () => {
  it('should find nothing wrong with a project that was synced', async () => {
    const { payload, sync } = await createSyncTest({ records: [{ id: '1', name: 'Game' }] })
    await sync()
    const call = createCliTest(payload)

    const { code, findings, isHealthy } = await diagnose(call)
    expect(findings.filter(({ level }) => level !== 'ok')).toEqual([])
    expect({ code, isHealthy }).toEqual({ code: 0, isHealthy: true })

    const { output } = await call({ args: ['doctor'] })
    expect(output).toContain('ok       sessions      Session locks and notifications hold.')
    expect(output).toMatch(/ok +writes +\S+: written a batch at a time\./)
    expect(output).toContain('0 problems, 0 warnings.')
  })

  it('should tell of schedules that no process fires, that fail, and that clash', async () => {
    let now = new Date('2031-03-05T12:00:00.000Z')
    const { payload } = await createSyncTest({ options: { clock: { now: () => now } } })
    const call = createCliTest(payload)
    const { pool } = getAdapter(payload)
    const create = (resource: string) =>
      payload.create({
        collection: testSlugs.syncSchedules,
        data: { frequency: 'hourly', mode: 'full', provider: 'test', resource },
      })
    await create('games')
    await create('clubs')
    const look = async () =>
      (await diagnose(call)).findings.filter(({ check }) => check === 'schedules')
    expect(await look()).toMatchObject([
      { level: 'ok', message: '2 schedules are on, and nothing speaks against them.' },
    ])

    now = new Date('2031-03-05T13:02:00.000Z')
    expect(await look()).toMatchObject([{ level: 'ok' }])
    now = new Date('2031-03-05T13:05:00.000Z')
    await pool.query(
      "update sync_schedules set resource = 'games', last_error = 'no such resource'",
    )

    const findings = await look()
    expect(findings.map(({ level }) => level)).toEqual(Array(3).fill('problem'))
    expect(findings.map(({ message }) => message)).toEqual([
      'The schedule Test provider · Matches · Full started no run: no such resource',
      'The schedule Test provider · Matches · Full started no run: no such resource',
      'Two schedules do Test provider · Matches · Full at the same times.',
    ])
  })

  it('should name the missing credentials', async () => {
    const { close, provider } = await createTestProvider()
    onTestFinished(close)
    const { payload } = await createTestProject({
      options: { providers: [{ ...provider, problems: ['Set TEST_TOKEN.'] }] },
    })
    onTestFinished(() => payload.destroy())

    const { code, findings } = await diagnose(createCliTest(payload))

    expect(code).toBe(1)
    expect(findings).toContainEqual({
      advice: 'Set TEST_TOKEN.',
      check: 'credentials',
      level: 'problem',
      message: 'Test provider is not set up; its runs are refused.',
    })
  })

  it('should name missing tables and columns, and look no further there', async () => {
    const { payload } = await createSyncTest()
    const { pool } = getAdapter(payload)
    await pool.query('drop table sync_states cascade')
    await pool.query('alter table sync_logs drop column batches')

    const { code, findings, levelOf } = await diagnose(createCliTest(payload))

    expect(code).toBe(1)
    expect(findings.find(({ check }) => check === 'tables')).toMatchObject({
      level: 'problem',
      message: 'The database lacks sync_states, sync_logs.batches.',
    })
    expect(levelOf('health')).toBe('skipped')
    expect(levelOf('clock')).toBe('ok')
  })

  it('should see runs that nobody works on and workers that went silent', async () => {
    const { payload } = await createSyncTest()
    const call = createCliTest(payload)
    const { pool } = getAdapter(payload)
    await call({ args: ['run', 'test', 'games'] })
    expect((await diagnose(call)).levelOf('health')).toBe('ok')

    await pool.query(`update sync_logs set queued_at = now() - interval '2 minutes'`)
    const waiting = await diagnose(call)
    await pool.query(
      `update sync_logs set status = 'running', heartbeat_at = now() - interval '9 minutes'`,
    )
    const silent = await diagnose(call)

    expect(waiting.code).toBe(1)
    expect(waiting.healthOf('problem')).toEqual([
      'Runs have waited for over a minute, and no worker takes them (1 in the queue “Bulk”).',
    ])
    expect(silent.code).toBe(0)
    expect(silent.healthOf('warning')).toMatchObject([expect.stringContaining('Bulk')])
  })

  it('should tell a failure from a failure that repeats', async () => {
    const { payload, sync } = await createSyncTest()
    const call = createCliTest(payload)
    const { pool } = getAdapter(payload)
    await sync()
    await pool.query(
      `update sync_logs set status = 'failed', error_code = 'RESOURCE_FAILED', error_message = 'Why.'`,
    )
    const failTimes = async (times: number) => {
      await pool.query('update sync_states set consecutive_failures = $1', [times])
      return await diagnose(call)
    }

    const once = await failTimes(1)
    const again = await failTimes(3)

    expect([once.code, once.levelOf('health')]).toEqual([0, 'warning'])
    expect([again.code, again.levelOf('health')]).toEqual([1, 'problem'])
  })

  it('should compare a collection with what is remembered of it', async () => {
    const { payload, sync } = await createSyncTest({
      records: ['1', '2', '3'].map((id) => ({ id, name: 'Game' })),
    })
    await sync()
    const { pool, tableNameMap } = getAdapter(payload)
    const table = tableNameMap.get(testSlugs.matches.replaceAll('-', '_'))
    await pool.query(`delete from "${table}" where external_id = '1'`)
    await pool.query(`delete from sync_records where external_id in ('2', '3')`)
    const call = createCliTest(payload)

    const { code, findings } = await diagnose(call)

    const about = findings.filter(({ check }) => check === 'records')
    expect(code).toBe(0)
    expect(about.map(({ message }) => message)).toEqual([
      `${testSlugs.matches}: the documents of 1 records of test are not there.`,
      `${testSlugs.matches}: nothing is remembered of 2 documents of test.`,
    ])
    expect(about[0]!.advice).toContain('"payload sync run test games --wait"')
    await sync()
    expect((await diagnose(call)).levelOf('records')).toBe('ok')
  })

  it('should compare the clocks and the size of the pool', async () => {
    const { payload } = await createSyncTest({
      options: {
        clock: { now: () => new Date(Date.now() - 60_000) },
        worker: { concurrency: { bulk: 20 } },
      },
    })

    const { code, findings } = await diagnose(createCliTest(payload))

    expect(code).toBe(0)
    const warnings = findings.filter(({ level }) => level === 'warning')
    expect(warnings.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^The database's clock is (?:59\.\d|6\d\.\d) s ahead of this process's\.$/,
        ),
        'A worker process needs up to 25 database connections; the pool has 10.',
      ]),
    )
  })
})
