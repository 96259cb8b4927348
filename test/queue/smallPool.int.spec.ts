import type { ChildProcess } from 'node:child_process'

import { postgresAdapter } from '@payloadcms/db-postgres'
import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { describe, expect, it, onTestFinished, vi } from 'vitest'

import { tickEndpoints } from '../../src/plugin/endpoints/schedules/tickEndpoints.js'
import { diagnose } from '../../src/sync/operations/doctor/diagnose.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { createSyncTest } from '../project/createSyncTest.js'
import { createTestProject } from '../project/createTestProject.js'
import { testSlugs } from '../project/testSlugs.js'
import { waitFor } from '../project/waitFor.js'

const SECRET = 'a-secret-of-the-platform'
const RECORDS = Array.from({ length: 25 }, (_, index) => ({ id: `g${index}`, name: 'A game' }))

/** A database with tables, and a project on it as a serverless platform would start one. */
const createServerlessTest = async () => {
  vi.stubEnv('CRON_SECRET', SECRET)
  onTestFinished(() => void vi.unstubAllEnvs())
  const { databaseUrl, provider } = await createSyncTest({ records: RECORDS })
  const open = async ({ directUrl, max, url = databaseUrl }: OpenArgs) => {
    const { payload } = await createTestProject({
      config: { db: postgresAdapter({ pool: { connectionString: url, max }, push: false }) },
      databaseUrl: url,
      isNew: false,
      options: {
        ...(directUrl && { database: { directUrl } }),
        providers: [provider.provider],
        scheduler: { enabled: false },
        worker: { enabled: false },
      },
    })
    onTestFinished(() => payload.destroy())
    return {
      diagnose: async () =>
        (await diagnose({ payload })).findings
          .filter(({ check }) => check === 'pool' || check === 'sessions')
          .map(({ level, message }) => `${level}: ${message}`),
      findRuns: async () => (await payload.find({ collection: testSlugs.syncLogs })).docs,
      queue: () =>
        startRun({ initiatedBy: null, mode: 'full', payload, provider: 'test', trigger: 'api' }),
      tick: async () => {
        const request = {
          headers: new Headers({ authorization: `Bearer ${SECRET}` }),
          payload,
          searchParams: new URLSearchParams({ seconds: '50' }),
        }
        const handle = tickEndpoints[0]!.handler as unknown as (
          req: typeof request,
        ) => Promise<Response>
        const answer = await handle(request)
        return { body: (await answer.json()) as unknown, status: answer.status }
      },
    }
  }
  return { databaseUrl, open }
}

type OpenArgs = { directUrl?: string; max: number; url?: string }

describe('POST /sync/tick', () => {
  it.each([1, 2])('should do the work with a pool of %i', async (max) => {
    const { open } = await createServerlessTest()
    const { diagnose: look, findRuns, queue, tick } = await open({ max })
    await queue()

    const { body, status } = await tick()

    expect({ body, status }).toMatchObject({ body: { unfinished: [] }, status: 200 })
    expect((await findRuns()).map(({ status: end }) => end)).toEqual(['completed', 'completed'])
    expect(await look()).toEqual([
      'ok: Session locks and notifications hold.',
      'warning: A worker process needs up to 4 database connections, beside the 5 that its ' +
        `workers open; the pool has ${max}.`,
    ])
  })

  it('should refuse a direct address that leads to another database', async () => {
    const { databaseUrl, open } = await createServerlessTest()
    const directUrl = new URL(databaseUrl)
    directUrl.pathname = '/postgres'
    const { diagnose: look, queue, tick } = await open({ directUrl: directUrl.href, max: 5 })
    await queue()

    const { body, status } = await tick()

    expect(status).toBe(503)
    expect(JSON.stringify(body)).toContain('another database')
    expect(JSON.stringify(body)).not.toContain(directUrl.host)
    expect(await look()).toEqual([
      expect.stringMatching(/^problem: .*another database/),
      "ok: The pool's 5 connections are enough for 4.",
    ])
  })

  const hasPgBouncer = spawnSync('pgbouncer', ['--version']).error === undefined

  it.runIf(hasPgBouncer)(
    'should say that a pooler in transaction mode is in the way, and work beside it',
    async () => {
      const { databaseUrl, open } = await createServerlessTest()
      const url = await startPgBouncer(databaseUrl)
      const blocked = await open({ max: 2, url })
      await blocked.queue()
      const { body, status } = await blocked.tick()
      expect(status).toBe(503)
      expect(JSON.stringify(body)).toMatch(/transaction mode.*DIRECT_URL/)

      vi.stubEnv('DIRECT_URL', databaseUrl)
      const { findRuns, tick } = await open({ max: 2, url })
      expect(await tick()).toMatchObject({ body: { unfinished: [] }, status: 200 })
      expect((await findRuns()).map(({ status: end }) => end)).toEqual(['completed', 'completed'])
    },
  )
})

const findPort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** The address of a PgBouncer in transaction mode before a database. */
const startPgBouncer = async (databaseUrl: string): Promise<string> => {
  const { hostname, password, pathname, port, username } = new URL(databaseUrl)
  const database = pathname.slice(1)
  const listenPort = await findPort()
  const folder = await mkdtemp(join(tmpdir(), 'pgbouncer-'))
  const file = join(folder, 'pgbouncer.ini')
  const target = `host=${hostname} port=${port} user=${username} password=${password}`
  await writeFile(
    file,
    `[databases]\n${database} = ${target}\n[pgbouncer]\nlisten_addr = 127.0.0.1\n` +
      `listen_port = ${listenPort}\nauth_type = any\npool_mode = transaction\n` +
      `unix_socket_dir =\nignore_startup_parameters = extra_float_digits\n`,
  )
  // It refuses to run as root.
  const isRoot = process.getuid?.() === 0
  if (isRoot) {
    spawnSync('chmod', ['-R', 'a+rX', folder])
  }
  const child: ChildProcess = spawn('pgbouncer', [...(isRoot ? ['-u', 'nobody'] : []), file], {
    stdio: 'ignore',
  })
  onTestFinished(() => void child.kill('SIGINT'))
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String(listenPort)
  await waitFor({
    event: 'the pooler to answer',
    look: async () => {
      const client = new Client({ connectionString: url.href })
      try {
        await client.connect()
        await client.query('select 1')
        return true
      } catch {
        return false
      } finally {
        await client.end().catch(() => undefined)
      }
    },
    timeoutMs: 30_000,
  })
  return url.href
}
