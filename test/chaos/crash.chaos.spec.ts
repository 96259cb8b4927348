import pg from 'pg'
import { expect, it } from 'vitest'

import { retryRun } from '../../src/sync/operations/runs/retryRun.js'
import { waitFor } from '../project/waitFor.js'
import { DEADLY } from './project/ChaosProject.js'
import { createChaosTest } from './project/createChaosTest.js'
import { toGames } from './project/toGames.js'

const COUNT = 20
const CRASHES = 5

it('should give a run up when five workers died at the same point of it', async () => {
  const games = toGames({ count: COUNT, score: 1 })
  const { findGames, payload, provider, queue, startWorker, waitForStatus } = await createChaosTest(
    {
      // Pages are not joined, so that the first one is stored before the second is read.
      options: { batchSize: 10 },
      records: games.map((game, index) => (index === 15 ? { ...game, name: DEADLY } : game)),
    },
  )
  const workers = Array.from({ length: CRASHES + 1 }, () => startWorker())
  await Promise.all(workers.map(({ ready }) => ready))
  const run = await queue()
  expect(await waitForStatus(run.id, 'failed', 'completed', 'partial')).toMatchObject({
    attempt: CRASHES,
    counts: { created: 10 },
    error: { code: 'CRASHED_REPEATEDLY' },
    status: 'failed',
  })
  expect(workers.filter(({ isAlive }) => isAlive())).toHaveLength(1)

  // Mended, it goes on from its checkpoint.
  provider.setRecords(games)
  await retryRun({ initiatedBy: null, payload, runId: run.id })
  expect(await waitForStatus(run.id, 'completed', 'failed', 'partial')).toMatchObject({
    counts: { created: COUNT },
    status: 'completed',
  })
  expect((await findGames()).map(({ writes }) => writes)).toEqual(Array(COUNT).fill(1))
})

it('should find a run whose worker died between taking its task and taking the run', async () => {
  const { findRun, payload, provider, query, queue, startWorker, waitForStatus } =
    await createChaosTest({ records: toGames({ count: COUNT, score: 1 }) })
  // The worker gets as far as to the run's row, which somebody else holds.
  const client = new pg.Client({ connectionString: payload.db.pool.options.connectionString })
  await client.connect()
  const run = await queue()
  await client.query('begin')
  await client.query(`select from sync_logs where id = ${run.id} for update`)
  const victim = startWorker()
  await waitFor({
    event: 'the worker to wait for the row',
    look: async () =>
      (
        await query(
          `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%sync_logs%'
           and datname = current_database()`,
        )
      ).length > 0,
  })
  victim.kill('SIGKILL')
  await victim.exited
  await client.query('rollback')
  await client.end()

  expect(await findRun(run.id)).toMatchObject({ status: 'queued' })
  expect(provider.requests).toHaveLength(0)
  startWorker()
  expect((await waitForStatus(run.id, 'completed', 'failed')).status).toBe('completed')
})
