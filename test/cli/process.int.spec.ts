import { Client } from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'

import type { Run } from '../../src/sync/run/Run.js'
import type { CliProject } from './project.js'

import { getAdapter } from '../../src/sync/store/Database.js'
import { startProvider } from '../chaos/project/startProvider.js'
import { createTestDatabase } from '../database/createTestDatabase.js'
import { defineTestProvider } from '../project/defineTestProvider.js'
import { openTestProject } from '../project/openTestProject.js'
import { waitFor } from '../project/waitFor.js'
import { startCliProcess } from './startCliProcess.js'

const RECORDS = Array.from({ length: 40 }, (_, index) => ({
  id: String(index),
  name: `Game ${index}`,
  scope: 'all',
}))

type SetUpArgs = { hasTables?: boolean } & Partial<CliProject>

const setUp = async ({ hasTables = true, ...args }: SetUpArgs = {}) => {
  const provider = await startProvider({ pageSize: 10, records: RECORDS })
  onTestFinished(provider.close)
  const databaseUrl = await createTestDatabase()
  const project: CliProject = { baseUrl: `${provider.baseUrl}/test`, databaseUrl, ...args }
  if (hasTables) {
    await makeTables(project)
  }
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  onTestFinished(() => client.end())
  return {
    query: async (text: string) => (await client.query<Record<string, unknown>>(text)).rows,
    /** Runs a command to its end. */
    call: async (...args: string[]) => {
      const child = startCliProcess({ args, project })
      const code = await child.exited
      return { code, stderr: child.stderr(), stdout: child.stdout() }
    },
    provider,
    start: (...args: string[]) => startCliProcess({ args, project }),
  }
}

/** What a start in development leaves behind, as a migration would make it. */
const makeTables = async ({ baseUrl, databaseUrl }: CliProject): Promise<void> => {
  const payload = await openTestProject({
    databaseUrl,
    onLog: () => undefined,
    options: { providers: [defineTestProvider({ baseUrl })] },
  })
  await getAdapter(payload).pool.query('delete from payload_migrations')
  await payload.destroy()
}

const toRuns = (stdout: string): Run[] =>
  stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Run)

/** Each starts several processes, which load the whole of Payload. */
const TIMEOUT_MS = 600_000

describe('payload sync, as a process', { timeout: TIMEOUT_MS }, () => {
  it('should keep everything but JSON out of stdout, logs included', async () => {
    const { call } = await setUp()

    const { code, stderr, stdout } = await call('run', 'test', 'games', '--wait', '--json')

    expect(code, stderr).toBe(0)
    expect(toRuns(stdout).at(-1)).toMatchObject({ counts: { created: 40 }, status: 'completed' })
    const logged = stderr.split('\n').filter((line) => line.startsWith('{'))
    expect(logged.map((line) => JSON.parse(line) as unknown)).toContainEqual(
      expect.objectContaining({
        msg: 'Sync completed.',
        provider: 'test',
        resource: 'games',
        runId: 1,
      }),
    )
  })

  it('should finish the batch in work on the first signal, end with 0 and leave the rest', async () => {
    const { call, provider, start } = await setUp({ workerEnabled: false })
    await call('run', 'test', 'games')
    provider.behave(async ({ page }) => {
      if (page === 2) {
        worker.kill('SIGTERM')
        await waitFor({
          event: 'the worker to hear of it',
          look: () => worker.stdout().includes('Stopping'),
        })
      }
    })

    const worker = start('work', '--concurrency', '1', '--queues', 'bulk')
    const code = await worker.exited

    expect(code, worker.stderr()).toBe(0)
    expect(worker.stdout().split('\n')).toEqual([
      expect.stringMatching(/^Ready: working on the queues bulk, 1 at once of each \(pid \d+\)\.$/),
      expect.stringMatching(/^Stopping: /),
      '',
    ])
    provider.behave(undefined)
    const { stdout } = await call('status', '--json')
    expect(JSON.parse(stdout)).toMatchObject({ recentRuns: [{ status: 'queued' }] })
    const rest = await call('run', 'test', 'games', '--wait', '--json')
    expect(rest.stderr).toContain('Test provider · Matches · Full is already queued: run 1.')
    expect(toRuns(rest.stdout).at(-1)).toMatchObject({ id: 1, counts: { created: 40 } })
  })

  it('should end with 130 at once on the second signal', async () => {
    const { provider, start } = await setUp({ workerEnabled: true })
    const hung = provider.waitForRequest(({ path }) => path === '/games')
    provider.behave(({ path }) =>
      path === '/games' ? new Promise<void>(() => undefined) : undefined,
    )
    const waiting = start('run', 'test', 'games', '--wait')
    await hung

    waiting.kill('SIGINT')
    waiting.kill('SIGTERM')

    expect(await waiting.exited).toBe(130)
  })

  it('should fire the slots of schedules while it works, and in no other command', async () => {
    const { call, provider, start } = await setUp({
      schedules: [{ cron: '* * * * *', mode: 'full', provider: 'test', resource: 'games' }],
    })
    expect((await call('status')).code).toBe(0)
    expect((await call('status', '--json')).stdout).not.toContain('"trigger":"schedule"')

    const worker = start('work')
    await waitFor({
      event: 'the next minute',
      look: () => provider.requests.some(({ path }) => path === '/games'),
      timeoutMs: 120_000,
    })
    worker.kill('SIGTERM')
    expect(await worker.exited).toBe(0)

    expect((await call('status', '--json')).stdout).toMatch(/"trigger": ?"schedule"/)
  })

  it('should leave the schema alone, whatever the environment, and name what lacks', async () => {
    const { call, query } = await setUp()
    expect((await call('status')).code).toBe(0)
    expect(await query('select * from payload_migrations')).toEqual([])
    await query('alter table sync_logs drop column retries')
    await query('alter table matches drop column round')

    const work = await call('work')
    const status = await call('status', '--json')

    expect(work).toMatchObject({ code: 1, stdout: '' })
    expect(work.stderr).toContain('The database lacks ')
    expect(work.stderr).toContain('sync_logs.retries')
    expect(work.stderr).toContain('matches.round')
    expect(work.stderr).toContain('Run "npx payload migrate"')
    expect(status).toMatchObject({ code: 1, stdout: '' })
    expect(await query('select * from payload_migrations')).toEqual([])
    const columns = await query(
      `select from information_schema.columns where column_name in ('retries', 'round')
         and table_name in ('sync_logs', 'matches')`,
    )
    expect(columns).toEqual([])
  })

  it('should tell of missing tables, and change nothing', async () => {
    const { call, query } = await setUp({ hasTables: false })

    const { code, stdout } = await call('doctor', '--json')
    const again = await call('doctor')

    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ isHealthy: false })
    expect(again.stdout).toContain('The database lacks sync_connections, sync_schedules, sync_logs')
    expect(again.stdout).toContain('payload migrate')
    const run = await call('run', 'test', 'games')
    expect(run).toMatchObject({ code: 1, stdout: '' })
    expect(run.stderr).toMatch(/^The database lacks .* more\. Run "npx payload migrate"/m)
    expect(
      await query(`select from information_schema.tables where table_schema = 'public'`),
    ).toEqual([])
  })

  it('should say in one line that the database cannot be reached', async () => {
    const { call } = await setUp({
      databaseUrl: 'postgres://nobody:secret@127.0.0.1:1/none',
      hasTables: false,
    })

    const status = await call('status', '--json')
    const doctor = await call('doctor')

    expect(status).toMatchObject({ code: 1, stdout: '' })
    expect(status.stderr).toContain('cannot connect to Postgres: connect ECONNREFUSED')
    expect(doctor.code).toBe(1)
    expect(doctor.stdout).toContain('problem  database      The database cannot be reached')
    expect(doctor.stdout + status.stderr).not.toContain('secret')
  })
})
