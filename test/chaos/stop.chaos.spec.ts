import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'

import { createChaosTest } from './project/createChaosTest.js'
import { toGames } from './project/toGames.js'

const COUNT = 60
const EXIT_LIMIT_MS = 5000

it('should leave a run at its checkpoint when its process is told to end, for another to finish', async () => {
  const { findGames, findRun, provider, queue, startWorker, waitForStatus } = await createChaosTest(
    { options: { batchSize: 5 }, records: toGames({ count: COUNT, score: 1 }) },
  )
  provider.behave(async () => {
    await sleep(100)
  })
  const first = startWorker()
  await first.ready
  const run = await queue()
  await provider.waitForRequest(({ page }) => page === 3)

  const askedAt = Date.now()
  first.kill('SIGTERM')
  expect(await first.exited).toEqual({ code: 0, signal: null })
  expect(Date.now() - askedAt).toBeLessThan(EXIT_LIMIT_MS)
  const left = await findRun(run.id)
  expect(left).toMatchObject({ attempt: 1, error: null, status: 'queued' })
  const { length: stored } = await findGames()
  expect(left.counts.created).toBe(stored)
  expect(stored).toBeGreaterThan(0)
  expect(stored).toBeLessThan(COUNT)

  const asked = provider.requests.length
  startWorker()
  expect(await waitForStatus(run.id, 'completed', 'failed', 'partial')).toMatchObject({
    attempt: 2,
    counts: { created: COUNT, fetched: COUNT, unchanged: 0 },
    status: 'completed',
  })
  expect((await findGames()).map(({ writes }) => writes)).toEqual(Array(COUNT).fill(1))
  // It went on where the other had stopped.
  expect(provider.requests[asked]?.page).toBeGreaterThan(0)
})

it('should end at once while a request is slow, and lose nothing', async () => {
  const { provider, queue, startWorker, waitForStatus } = await createChaosTest({
    records: toGames({ count: COUNT, score: 1 }),
  })
  provider.behave(({ page }) => (page === 2 ? new Promise(() => undefined) : undefined))
  const worker = startWorker()
  await worker.ready
  const run = await queue()
  await provider.waitForRequest(({ page }) => page === 2)

  const askedAt = Date.now()
  worker.kill('SIGTERM')
  expect(await worker.exited).toEqual({ code: 0, signal: null })
  expect(Date.now() - askedAt).toBeLessThan(EXIT_LIMIT_MS)
  await waitForStatus(run.id, 'queued')

  provider.behave(undefined)
  startWorker()
  expect(await waitForStatus(run.id, 'completed')).toMatchObject({ counts: { created: COUNT } })
})

it('should let a short run have its turn between the slices of a long one', async () => {
  const { findGames, findMoves, provider, queue, startWorker, waitForStatus } =
    await createChaosTest({
      options: { batchSize: 10, worker: { concurrency: { bulk: 1 }, sliceMs: 600 } },
      records: toGames({ count: COUNT * 2, score: 1 }),
    })
  provider.behave(async ({ path }) => {
    await sleep(path === '/games' ? 200 : 0)
  })
  await startWorker().ready

  const long = await queue()
  await provider.waitForRequest(({ path }) => path === '/games')
  const short = await queue({ resource: 'clubs' })
  await waitForStatus(short.id, 'completed')
  expect((await waitForStatus(long.id, 'queued', 'running')).counts.created).toBeLessThan(COUNT * 2)

  const ended = await waitForStatus(long.id, 'completed', 'failed', 'partial')
  expect(ended).toMatchObject({
    counts: { created: COUNT * 2, fetched: COUNT * 2, unchanged: 0, updated: 0 },
    error: null,
    status: 'completed',
  })
  expect(ended.attempt).toBeGreaterThan(2)
  expect((await findGames()).map(({ writes }) => writes)).toEqual(Array(COUNT * 2).fill(1))
  const handedOver = (await findMoves()).filter(
    ({ runId, status }) => runId === long.id && status === 'queued',
  )
  // Queued once by us, and once for every slice but the first.
  expect(handedOver).toHaveLength(ended.attempt)
})
