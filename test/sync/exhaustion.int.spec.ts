import type { Pool, PoolClient } from 'pg'

import { Client } from 'pg'
import { expect, it, onTestFinished } from 'vitest'

import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { getStatus } from '../../src/sync/operations/status/getStatus.js'
import { LANES } from '../../src/sync/run/Run.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { startSync, stopSync } from '../../src/sync/runtime/startSync.js'
import { startWorkers } from '../../src/sync/runtime/startWorkers.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createGate } from '../chaos/project/createGate.js'
import { createSyncTest } from '../project/createSyncTest.js'
import { cutConnection } from '../project/cutConnection.js'
import { waitFor } from '../project/waitFor.js'

const countLent = ({ idleCount, totalCount }: Pool): number => totalCount - idleCount

const openTest = async () => {
  const { databaseUrl, logged, payload, provider } = await createSyncTest({
    options: { scheduler: { enabled: false }, worker: { stallLimitMs: 1000 } },
    records: [{ id: '1', name: 'A game' }],
  })
  const { pool } = getAdapter(payload)
  const before = countLent(pool)
  const taken: PoolClient[] = []
  const giveBack = (): void => taken.splice(0).forEach((client) => client.release())
  onTestFinished(giveBack)
  const { open, opened } = createGate()
  provider.holdUntil(opened)
  return {
    before,
    findReasons: async () => (await getStatus({ payload })).health.reasons.map(({ code }) => code),
    giveBack,
    logged,
    open,
    payload,
    pool,
    /** Beside the pool. */
    connect: async () => {
      const client = new Client({ connectionString: databaseUrl })
      await client.connect()
      onTestFinished(() => client.end())
      return client
    },
    /** Begins a run that waits for its provider. */
    startHeld: async () => {
      const [run] = await startRun({
        initiatedBy: null,
        mode: 'full',
        payload,
        provider: 'test',
        resource: 'games',
        trigger: 'api',
      })
      return { id: run!.id, isHeld: () => provider.requests() > 0 }
    },
    /** Leaves what workers hold as long as they live: their session, and one for each lane. */
    takeAll: async () => {
      const held = before + 1 + LANES.length
      while (taken.length < pool.options.max - held) {
        taken.push(await pool.connect())
      }
      await waitFor({ event: 'none to be left', look: () => countLent(pool) === pool.options.max })
    },
    taken,
  }
}

it('should be seen where the pool sends away who waits for a connection', async () => {
  const { findReasons, giveBack, logged, payload, pool, takeAll } = await openTest()
  await startSync({ payload })
  onTestFinished(() => stopSync({ payload }))
  await takeAll()
  pool.options.connectionTimeoutMillis = 50

  await waitFor({ event: 'the word', look: () => logged().includes('POOL_EXHAUSTED') })

  pool.options.connectionTimeoutMillis = 0
  expect(await findReasons()).toContain('POOL_EXHAUSTED')
  giveBack()
  await waitFor({ event: 'the workers', look: () => logged().includes('the workers are back') })
})

it('should let workers come back whose own session was cut before', async () => {
  const { connect, giveBack, logged, payload, pool, startHeld, takeAll, taken } = await openTest()
  await startSync({ payload })
  onTestFinished(() => stopSync({ payload }))
  const run = await startHeld()
  await waitFor({ event: 'a request', look: run.isHeld })
  const beside = await connect()
  await takeAll()
  // Gets what the cut makes room for.
  const next = pool.connect().then((client) => taken.push(client))

  await beside.query(
    `select pg_terminate_backend(pid) from pg_locks
     where locktype = 'advisory' and granted
       and database = (select oid from pg_database where datname = current_database())`,
  )
  await next
  await waitFor({ event: 'the word', look: () => logged().includes('POOL_EXHAUSTED') })

  giveBack()
  await waitFor({ event: 'the workers', look: () => logged().includes('the workers are back') })
})

it('should not keep workers from stopping whose runs wait for a connection', async () => {
  const { giveBack, open, payload, pool, startHeld, takeAll } = await openTest()
  await startSync({ payload })
  const run = await startHeld()
  await waitFor({ event: 'a request', look: run.isHeld })
  await takeAll()
  const waiting = pool.waitingCount
  open()
  await waitFor({ event: 'the run to wait', look: () => pool.waitingCount > waiting })

  await stopSync({ payload })

  giveBack()
})

it('should end a drain, be told by health, and be over when the next one can work', async () => {
  const { findReasons, giveBack, open, payload, pool, startHeld, takeAll } = await openTest()
  const run = await startHeld()
  const draining = drainSync({ payload })
  draining.catch(() => undefined)
  await waitFor({ event: 'a request', look: run.isHeld })
  await takeAll()
  const waiting = pool.waitingCount
  open()
  await waitFor({ event: 'the run to wait', look: () => pool.waitingCount > waiting })

  await expect(draining).rejects.toThrow('no database connection left')

  expect(await findReasons()).toContain('POOL_EXHAUSTED')
  giveBack()
  await drainSync({ payload })
  expect(await getRun({ payload, runId: run.id })).toMatchObject({ status: 'completed' })
  expect(await findReasons()).not.toContain('POOL_EXHAUSTED')
})

it('should leave nothing behind when workers cannot start', async () => {
  const { before, payload, pool } = await openTest()
  const start = () => startWorkers({ lanes: LANES, payload })
  await (await start()).stop()
  const { count } = cutConnection({ pool, statement: /server_version_num/ })

  await expect(start()).rejects.toThrow(/connection|terminated/i)

  expect(count()).toBe(1)
  await waitFor({ event: 'all to be given back', look: () => countLent(pool) === before })
})

it('should bring back no workers that were told to stop while they started', async () => {
  const { before, connect, giveBack, logged, payload, pool, takeAll, taken } = await openTest()
  const countEnded = (): number => logged().split('Graceful shutdown complete').length - 1
  await startSync({ payload })
  await takeAll()
  await waitFor({ event: 'the word', look: () => logged().includes('POOL_EXHAUSTED') })
  // What is left is too little for the workers.
  await waitFor({
    event: 'nobody else to have one',
    look: () => pool.waitingCount === 0 && countLent(pool) === before + taken.length,
  })
  const beside = await connect()
  await beside.query('begin; lock table payload_sync_queue.migrations in access exclusive mode')
  giveBack()
  await waitFor({
    event: 'the start of each lane',
    look: async () => {
      const { rows } = await beside.query(
        'select 1 from pg_stat_activity where datname = current_database() and wait_event_type = $1',
        ['Lock'],
      )
      return rows.length === LANES.length
    },
  })

  const ended = countEnded()
  await stopSync({ payload })

  await beside.query('rollback')
  // They start then, and are told to stop.
  await waitFor({
    event: 'each lane to end',
    look: () => countEnded() === ended + LANES.length,
  })
  await waitFor({ event: 'all to be given back', look: () => countLent(pool) === before })
  expect(logged()).not.toContain('the workers are back')
})
