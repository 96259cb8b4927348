import { expect, it } from 'vitest'

import { waitFor } from '../project/waitFor.js'
import { createChaosTest } from './project/createChaosTest.js'
import { createGate } from './project/createGate.js'
import { toGames } from './project/toGames.js'

// cspell:ignore relname
const COUNT = 60

it('should take a run over from a process that hangs, which commits nothing when it goes on', async () => {
  const { findGames, findRun, provider, query, queue, startWorker, waitForStatus } =
    await createChaosTest({
      options: { batchSize: 5, worker: { stallLimitMs: 2000 } },
      records: toGames({ count: COUNT, score: 1 }),
    })
  // Whoever asks for the fourth page first hangs while it waits for the answer.
  const { open: wakeUp, opened: awake } = createGate()
  let sleeping: number | undefined
  provider.behave(({ page, worker }) => {
    sleeping ??= page === 3 ? worker : undefined
    return page === 3 && worker === sleeping ? awake : undefined
  })
  const workers = [startWorker(), startWorker()]
  await Promise.all(workers.map(({ ready }) => ready))
  const run = await queue()
  const { worker: pid } = await provider.waitForRequest(({ page }) => page === 3)
  const sleeper = workers.find((worker) => worker.pid === pid)!
  const other = workers.find((worker) => worker !== sleeper)!

  sleeper.kill('SIGSTOP')
  const ended = await waitForStatus(run.id, 'completed', 'failed', 'partial')

  expect(ended).toMatchObject({
    attempt: 2,
    counts: { created: COUNT, fetched: COUNT, updated: 0 },
    status: 'completed',
  })
  expect((await findGames()).map(({ writes }) => writes)).toEqual(Array(COUNT).fill(1))
  const findRow = () => query(`select * from sync_logs where id = ${run.id}`)
  const atEnd = await findRow()

  sleeper.kill('SIGCONT')
  wakeUp()
  await sleeper.waitForLine(
    ({ msg, runId }) =>
      runId === run.id && msg !== undefined && /session|not this worker's/.test(msg),
  )

  // Back at work: with nobody else there, the next run is its own.
  other.kill('SIGTERM')
  await other.exited
  provider.setRecords(toGames({ count: COUNT, score: 2 }))
  const next = await queue()
  expect(await waitForStatus(next.id, 'completed', 'failed', 'partial')).toMatchObject({
    attempt: 1,
    counts: { updated: COUNT },
    status: 'completed',
  })
  expect(provider.requests.at(-1)?.worker).toBe(pid)
  expect(await findRow()).toEqual(atEnd)
  expect((await findGames()).map(({ writes }) => writes)).toEqual(Array(COUNT).fill(2))
  expect(await findRun(run.id)).toMatchObject({ attempt: 2, status: 'completed' })
})

it('should take a run over from a process that hangs in the middle of a transaction', async () => {
  const { findGames, provider, query, queue, startWorker, waitForStatus } = await createChaosTest({
    // One transaction for all: long enough to be caught in.
    options: { batchSize: 500, worker: { stallLimitMs: 2000 } },
    pageSize: 500,
    records: toGames({ count: 300, score: 1 }),
  })
  const workers = [startWorker(), startWorker()]
  await Promise.all(workers.map(({ ready }) => ready))
  const run = await queue()
  const { worker: pid } = await provider.waitForRequest(({ path }) => path === '/games')
  await waitFor({
    event: 'a transaction that writes games',
    look: async () =>
      (
        await query(
          `select 1 from pg_locks l join pg_class c on c.oid = l.relation
           where c.relname = 'matches' and l.mode = 'RowExclusiveLock'`,
        )
      ).length > 0,
  })

  const sleeper = workers.find((worker) => worker.pid === pid)!
  sleeper.kill('SIGSTOP')
  const ended = await waitForStatus(run.id, 'completed', 'failed', 'partial')
  sleeper.kill('SIGCONT')
  await sleeper.waitForLine(({ msg, runId }) => runId === run.id && msg !== 'Sync started.')

  expect(ended).toMatchObject({ attempt: 2, counts: { created: 300 }, status: 'completed' })
  expect((await findGames()).map(({ writes }) => writes)).toEqual(Array(300).fill(1))
  expect(sleeper.isAlive()).toBe(true)
})
