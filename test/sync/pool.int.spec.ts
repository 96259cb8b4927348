import type { Pool, PoolClient } from 'pg'

import { Pool as PgPool } from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'

import { getSync } from '../../src/sync/engine/Sync.js'
import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { getStatus } from '../../src/sync/operations/status/getStatus.js'
import { startSync, stopSync } from '../../src/sync/runtime/startSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { inTransaction } from '../../src/sync/store/inTransaction.js'
import { reclaimConnections } from '../../src/sync/store/pool/reclaimConnections.js'
import { createGate } from '../chaos/project/createGate.js'
import { createTestDatabase } from '../database/createTestDatabase.js'
import { createSyncTest } from '../project/createSyncTest.js'
import { createTestProject } from '../project/createTestProject.js'
import { cutConnection } from '../project/cutConnection.js'
import { testSlugs } from '../project/testSlugs.js'
import { waitFor } from '../project/waitFor.js'

const RECORDS = [{ id: '1', name: 'A game' }]

const countLent = ({ idleCount, totalCount }: Pool): number => totalCount - idleCount

describe('a connection that breaks', () => {
  it('should go out of the pool when it breaks while a transaction begins, not stay lent', async () => {
    const { payload } = await createSyncTest({ records: RECORDS })
    const { pool } = getAdapter(payload)
    const { database } = getSync(payload)
    const before = countLent(pool)

    for (let round = 0; round < 12; round += 1) {
      const { count } = cutConnection({ pool, statement: /^\s*begin/i })
      await expect(inTransaction({ database, work: () => Promise.resolve() })).rejects.toThrow(
        /connection|terminated/i,
      )
      expect(count()).toBe(1)
    }

    expect(countLent(pool)).toBe(before)
    await inTransaction({ database, work: () => Promise.resolve() })
  })

  it('should go out of the pool when it breaks during the commit, and say that nothing is sure', async () => {
    const { payload } = await createSyncTest({ records: RECORDS })
    const { pool } = getAdapter(payload)
    const before = countLent(pool)
    cutConnection({ pool, statement: /^\s*commit/i })

    await expect(
      inTransaction({ database: getSync(payload).database, work: () => Promise.resolve() }),
    ).rejects.toThrow(/connection|terminated/i)

    expect(countLent(pool)).toBe(before)
  })

  it('should come back when whoever had it does not return it', async () => {
    const pool = new PgPool({ connectionString: await createTestDatabase(), max: 1 })
    onTestFinished(() => pool.end())
    pool.on('error', () => undefined)
    let reclaimed = 0
    reclaimConnections({ graceMs: 0, onReclaimed: () => (reclaimed += 1), pool })
    const lost = await pool.connect()
    lost.on('error', () => undefined)

    await lost.query('select pg_terminate_backend(pg_backend_pid())').catch(() => undefined)

    const next = await pool.connect()
    expect((await next.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    expect(reclaimed).toBe(1)
    next.release()
  })
})

describe('a transaction', () => {
  it('should be that of Local API calls which are given its request', async () => {
    const { payload } = await createSyncTest()
    const { database } = getSync(payload)
    const create = { collection: testSlugs.matches, data: { externalId: '7', provider: 'test' } }

    const undone = inTransaction({
      database,
      work: async (req) => {
        await payload.create({ ...create, data: { ...create.data, title: 'Undone' }, req })
        const { totalDocs } = await payload.count({ collection: testSlugs.matches, req })
        throw new Error(`saw ${totalDocs}`)
      },
    })
    await expect(undone).rejects.toThrow('saw 1')
    expect(await payload.count({ collection: testSlugs.matches })).toEqual({ totalDocs: 0 })

    await inTransaction({
      database,
      work: (req) => payload.create({ ...create, data: { ...create.data, title: 'Kept' }, req }),
    })
    expect(await payload.count({ collection: testSlugs.matches })).toEqual({ totalDocs: 1 })
  })

  it('should fail when a call inside it failed, whoever keeps that to themselves', async () => {
    const { payload } = await createSyncTest()
    const { database } = getSync(payload)
    const { pool } = getAdapter(payload)
    const before = countLent(pool)

    const kept = inTransaction({
      database,
      work: async (req) => {
        const data = { title: 'Without a provider' }
        await payload
          .create({ collection: testSlugs.syncSchedules, data, req })
          .catch(() => undefined)
      },
    })
    await expect(kept).rejects.toThrow('ended before its last statement')

    const refused = inTransaction({
      database,
      work: async (req) => {
        const session = await database.session(req)
        await session.execute('select 1 / 0').then(undefined, () => undefined)
      },
    })
    await expect(refused).rejects.toThrow('a statement in it had failed')
    expect(countLent(pool)).toBe(before)
  })
})

it('should leave its runs to others when its connections are used up, say so, and come back', async () => {
  const options = { scheduler: { enabled: false }, worker: { stallLimitMs: 1000 } }
  const { databaseUrl, logged, payload, provider } = await createSyncTest({
    options,
    records: RECORDS,
  })
  const { pool } = getAdapter(payload)
  const { open, opened } = createGate()
  provider.holdUntil(opened)
  await startSync({ payload })
  onTestFinished(() => stopSync({ payload }))
  const [run] = await startRun({
    initiatedBy: null,
    mode: 'full',
    payload,
    provider: 'test',
    resource: 'games',
    trigger: 'api',
  })
  await waitFor({ event: 'a request', look: () => provider.requests() > 0 })

  const taken: PoolClient[] = []
  const isTold = (): boolean => logged().includes('POOL_EXHAUSTED')
  const taking = (async () => {
    // Also those that somebody had for a moment only, which would go round among all who wait.
    while (!isTold()) {
      taken.push(await pool.connect())
    }
    taken.pop()?.release()
  })()
  await waitFor({ event: 'the word', look: isTold })
  await taking

  // The connections that its workers held are for those who wait for one.
  const { health } = await getStatus({ payload })
  expect(health).toMatchObject({ level: 'CRITICAL' })
  expect(health.reasons).toContainEqual(
    expect.objectContaining({
      code: 'POOL_EXHAUSTED',
      values: { connections: pool.options.max },
    }),
  )
  const other = await createTestProject({
    databaseUrl,
    isNew: false,
    options: { ...options, providers: [provider.provider] },
  })
  onTestFinished(() => other.payload.destroy())
  await startSync({ payload: other.payload })
  onTestFinished(() => stopSync({ payload: other.payload }))
  open()
  await waitFor({
    event: 'the run to be done elsewhere',
    look: async () =>
      (await getRun({ payload: other.payload, runId: run!.id })).status === 'completed',
  })

  taken.forEach((client) => client.release())
  await waitFor({
    event: 'health',
    look: async () => (await getStatus({ payload })).health.level === 'HEALTHY',
  })
  expect(logged()).toContain('the workers are back')
})
