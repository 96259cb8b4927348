import type { Pool } from 'pg'

import { Logger, runMigrations } from 'graphile-worker'
import { Logger as OldLogger, runMigrations as runOldMigrations } from 'graphile-worker-old'
import { Client } from 'pg'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'

import { getSync } from '../../src/sync/engine/Sync.js'
import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { prepareQueue } from '../../src/sync/queue/prepareQueue.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { startSync, stopSync } from '../../src/sync/runtime/startSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createGate } from '../chaos/project/createGate.js'
import { createTestDatabase } from '../database/createTestDatabase.js'
import { createSyncTest } from '../project/createSyncTest.js'
import { createTestProject } from '../project/createTestProject.js'
import { createTestProvider } from '../project/createTestProvider.js'
import { waitFor } from '../project/waitFor.js'
import { createOwnWorker } from './createOwnWorker.js'

const RECORDS = [{ id: '1', name: 'A game' }]
const GAMES = { initiatedBy: null, provider: 'test', resource: 'games', trigger: 'api' } as const
const OPTIONS = { scheduler: { enabled: false } }

/** What a graphile-worker sets that stops for good because of a change of its tables. */
beforeEach(() => {
  process.exitCode = undefined
  onTestFinished(() => {
    process.exitCode = undefined
  })
})

const silent = () => () => undefined

const connect = async (connectionString: string): Promise<Client> => {
  const client = new Client({ connectionString })
  await client.connect()
  onTestFinished(() => client.end())
  return client
}

const readJobs = async ({ pool, schema }: { pool: Pool; schema: string }) => {
  const { rows } = await pool.query<Record<'key' | 'run_at' | 'task_identifier', unknown>>(
    `select jobs.key, jobs.priority, jobs.run_at, jobs.task_identifier
     from ${schema}.jobs order by jobs.key`,
  )
  return rows
}

describe("a project's own graphile-worker", () => {
  it('should go on when the queue is made beside it, and keep its tables through a push', async () => {
    const databaseUrl = await createTestDatabase()
    const own = await createOwnWorker({ databaseUrl, version: 'older' })
    await own.work()
    const provider = await createTestProvider({ records: RECORDS })
    onTestFinished(provider.close)
    const open = (...slugs: string[]) =>
      createTestProject({
        config: {
          collections: [
            { slug: 'users', auth: true, fields: [] },
            ...slugs.map((slug) => ({ slug, fields: [] })),
          ],
        },
        databaseUrl,
        options: { ...OPTIONS, providers: [provider.provider] },
      })
    const { payload } = await open()
    onTestFinished(() => payload.destroy())

    const [run] = await startRun({ ...GAMES, mode: 'full', payload })
    await drainSync({ payload })

    expect((await getRun({ payload, runId: run!.id })).status).toBe('completed')
    await own.work()
    expect(process.exitCode).toBeUndefined()
    const { pool } = getAdapter(payload)
    const read = async () =>
      await pool.query<{ newest: number; schema: string }>(
        `select 'own' as schema, max(id) as newest from graphile_worker.migrations
         union all select 'ours', max(id) from payload_sync_queue.migrations order by 1`,
      )
    const versions = [
      { newest: 19, schema: 'ours' },
      { newest: 18, schema: 'own' },
    ]
    expect((await read()).rows).toEqual(versions)

    // Another collection, so that the schema of development is pushed again.
    const second = await open('more')
    onTestFinished(() => second.payload.destroy())
    expect((await read()).rows).toEqual(versions)
    await own.work()
  })

  it('should not stop our workers when its tables change, while a change of ours does', async () => {
    const { databaseUrl, logged, payload, provider } = await createSyncTest({
      options: OPTIONS,
      records: RECORDS,
    })
    const { open, opened } = createGate()
    provider.holdUntil(opened)
    await startSync({ payload })
    onTestFinished(() => stopSync({ payload }))
    const [run] = await startRun({ ...GAMES, mode: 'full', payload })
    await waitFor({ event: 'a request', look: () => provider.requests() > 0 })

    const own = await createOwnWorker({ databaseUrl, version: 'same' })
    const beside = await connect(databaseUrl)
    await own.work()
    // As one leaves them that is newer than ours.
    await beside.query('insert into graphile_worker.migrations (id, breaking) values (20, true)')
    open()
    await waitFor({
      event: 'the run to end',
      look: async () => (await getRun({ payload, runId: run!.id })).status === 'completed',
    })
    const [next] = await startRun({ ...GAMES, mode: 'incremental', payload })
    await waitFor({
      event: 'the next run to end',
      look: async () => (await getRun({ payload, runId: next!.id })).status === 'completed',
    })
    expect(process.exitCode).toBeUndefined()
    expect(logged()).not.toContain("The queue's worker ended")

    // As a later version of the plugin does it.
    await beside.query(
      `insert into payload_sync_queue.migrations (id, breaking) values (20, true);
       select pg_notify('worker:migrate', '{"migrationNumber":20,"breaking":false}')`,
    )
    await waitFor({
      event: 'the word',
      look: () => logged().includes('breaking migration 20'),
    })
  })

  it('should work again after an earlier version of this plugin had changed its tables', async () => {
    const connectionString = await createTestDatabase()
    const migrateOld = () => runOldMigrations({ connectionString, logger: new OldLogger(silent) })
    await migrateOld()
    await runMigrations({ connectionString, logger: new Logger(silent) })
    await expect(migrateOld()).rejects.toThrow('breaking migration 19')

    const beside = await connect(connectionString)
    await beside.query('delete from graphile_worker.migrations where id = 19')

    await migrateOld()
  })
})

describe('tasks of an earlier version', () => {
  const createMoveTest = async () => {
    const test = await createSyncTest({ options: OPTIONS, records: RECORDS })
    const open = async (options: { queue?: { schema: string } } = {}) => {
      const project = await createTestProject({
        databaseUrl: test.databaseUrl,
        isNew: false,
        options: { ...OPTIONS, ...options, providers: [test.provider.provider] },
      })
      onTestFinished(() => project.payload.destroy())
      return project
    }
    // What it queues, and where, is what earlier versions did.
    const earlier = await open({ queue: { schema: 'graphile_worker' } })
    const { pool } = getAdapter(test.payload)
    return { ...test, earlier, open, pool }
  }

  it('should be moved once by hosts that start together, and nothing else with them', async () => {
    const { databaseUrl, earlier, open, payload, pool } = await createMoveTest()
    const [run] = await startRun({
      ...GAMES,
      mode: 'full',
      payload: earlier.payload,
      priority: 'high',
    })
    const beside = await connect(databaseUrl)
    await beside.query(
      `select graphile_worker.add_job('own-mail', '{"runId":1}'::json, job_key => 'mine');
       select graphile_worker.add_job('payload-plugin-sync:live', '{"runId":9}'::json, job_key => 'held');
       update graphile_worker._private_jobs set locked_at = now(), locked_by = 'its worker'
       where key = 'held'`,
    )
    const [waiting] = (await readJobs({ pool, schema: 'graphile_worker' })).filter(
      ({ task_identifier }) => task_identifier === 'payload-plugin-sync:bulk',
    )
    const other = await open()
    await beside.query('begin; select from graphile_worker._private_jobs for update')

    const starting = Promise.all(
      [payload, other.payload].map((host) => prepareQueue({ database: getSync(host).database })),
    )
    await waitFor({
      event: 'both hosts to want the task',
      look: async () => {
        const { rowCount } = await pool.query(
          `select from pg_stat_activity where datname = current_database()
           and wait_event_type = 'Lock' and query like '%_private_jobs%'`,
        )
        return rowCount === 2
      },
    })
    await beside.query('commit')
    await starting

    expect(await readJobs({ pool, schema: 'payload_sync_queue' })).toEqual([waiting])
    expect(waiting).toMatchObject({ key: `payload-plugin-sync:${run!.id}`, priority: 1 })
    const left = await readJobs({ pool, schema: 'graphile_worker' })
    expect(left.map(({ key }) => key)).toEqual(['held', 'mine'])
    await drainSync({ payload })
    expect(await getRun({ payload, runId: run!.id })).toMatchObject({
      attempt: 1,
      status: 'completed',
    })
  })

  it('should be done that one queues which runs on after this version came', async () => {
    const { earlier, logged, payload } = await createMoveTest()
    await startSync({ payload })
    onTestFinished(() => stopSync({ payload }))

    const [run] = await startRun({ ...GAMES, mode: 'full', payload: earlier.payload })
    await waitFor({
      event: 'the run to end',
      look: async () => (await getRun({ payload, runId: run!.id })).status === 'completed',
    })
    expect(logged()).not.toContain('A worker died')

    // Both work at the same time, each on its own queue.
    await startSync({ payload: earlier.payload })
    onTestFinished(() => stopSync({ payload: earlier.payload }))
    for (let round = 0; round < 4; round += 1) {
      const runs = await Promise.all(
        [payload, earlier.payload].flatMap((host) =>
          (['full', 'incremental'] as const).map((mode) =>
            startRun({ ...GAMES, mode, payload: host }),
          ),
        ),
      )
      for (const { id } of runs.flat()) {
        const ended = await waitFor({
          event: `run ${id} to end`,
          look: async () => {
            const found = await getRun({ payload, runId: id })
            return found.status !== 'queued' && found.status !== 'running' && found
          },
        })
        expect(ended).toMatchObject({ attempt: 1, status: 'completed' })
      }
    }
  })
})
