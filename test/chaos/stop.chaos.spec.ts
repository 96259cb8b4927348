import { expect, it } from 'vitest'

import { createChaosTest } from './project/createChaosTest.js'
import { createGate } from './project/createGate.js'
import { toGames } from './project/toGames.js'

const COUNT = 60
/** Long enough for one page on any machine. */
const SLICE_MS = 1000
/** An answer that does not come. */
const NEVER = new Promise<never>(() => undefined)

it('should leave a run at its checkpoint when its process is told to end, for another to finish', async () => {
  const { findGames, findRun, provider, queue, startWorker, waitForStatus } = await createChaosTest(
    { options: { batchSize: 5 }, records: toGames({ count: COUNT, score: 1 }) },
  )
  provider.behave(({ page }) => (page === 3 ? NEVER : undefined))
  const first = startWorker()
  await first.ready
  const run = await queue()
  await provider.waitForRequest(({ page }) => page === 3)

  first.kill('SIGTERM')
  // The answer never comes: it did not wait for that.
  expect(await first.exited).toEqual({ code: 0, signal: null })
  const left = await findRun(run.id)
  expect(left).toMatchObject({ attempt: 1, error: null, status: 'queued' })
  const { length: stored } = await findGames()
  expect(left.counts.created).toBe(stored)
  expect(stored).toBeGreaterThan(0)
  expect(stored).toBeLessThan(COUNT)

  provider.behave(undefined)
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

it('should let a server end only when its run is back in the queue, and say so', async () => {
  const { findGames, findRun, provider, queue, startWorker } = await createChaosTest({
    areServers: true,
    options: { batchSize: 5, scheduler: { enabled: false } },
    records: toGames({ count: COUNT, score: 1 }),
  })
  provider.behave(({ page }) => (page === 3 ? NEVER : undefined))
  const server = startWorker({ worker: { enabled: true } })
  await server.ready
  const run = await queue()
  await provider.waitForRequest(({ page }) => page === 3)

  server.kill('SIGTERM')

  expect(await server.exited).toEqual({ code: 143, signal: null })
  const left = await findRun(run.id)
  expect(left).toMatchObject({ attempt: 1, error: null, status: 'queued' })
  expect(left.counts.created).toBe((await findGames()).length)
  expect(server.output()).toContain('Sync interrupted (shutdown)')
})

it('should end at once while a request is slow, and lose nothing', async () => {
  const { provider, queue, startWorker, waitForStatus } = await createChaosTest({
    records: toGames({ count: COUNT, score: 1 }),
  })
  provider.behave(({ page }) => (page === 2 ? NEVER : undefined))
  const worker = startWorker()
  await worker.ready
  const run = await queue()
  await provider.waitForRequest(({ page }) => page === 2)

  worker.kill('SIGTERM')
  expect(await worker.exited).toEqual({ code: 0, signal: null })
  await waitForStatus(run.id, 'queued')

  provider.behave(undefined)
  startWorker()
  expect(await waitForStatus(run.id, 'completed')).toMatchObject({ counts: { created: COUNT } })
})

it('should let a short run have its turn between the slices of a long one', async () => {
  const { findGames, findMoves, provider, queue, startWorker, waitForStatus } =
    await createChaosTest({
      options: { batchSize: 10, worker: { concurrency: { bulk: 1 }, sliceMs: SLICE_MS } },
      records: toGames({ count: COUNT * 2, score: 1 }),
    })
  // Every third page is not answered the first time, so that its slice ends over it.
  const { open, opened: isShortQueued } = createGate()
  const cut = new Set<number>()
  provider.behave(({ page, path }) => {
    if (path !== '/games' || page === 0 || page % 3 !== 0) {
      return undefined
    }
    if (cut.has(page)) {
      return isShortQueued
    }
    cut.add(page)
    return NEVER
  })
  await startWorker().ready

  const long = await queue()
  await provider.waitForRequest(({ path }) => path === '/games')
  const short = await queue({ resource: 'clubs' })
  open()

  const ended = await waitForStatus(long.id, 'completed', 'failed', 'partial')
  expect(ended).toMatchObject({
    counts: { created: COUNT * 2, fetched: COUNT * 2, unchanged: 0, updated: 0 },
    error: null,
    status: 'completed',
  })
  expect(ended.attempt).toBeGreaterThan(2)
  expect((await findGames()).map(({ writes }) => writes)).toEqual(Array(COUNT * 2).fill(1))
  const moves = await findMoves()
  const endOf = ({ id }: Pick<typeof long, 'id'>): number =>
    moves.findIndex(({ runId, status }) => runId === id && status === 'completed')
  expect(endOf(short)).toBeLessThan(endOf(long))
  expect(endOf(short)).toBeGreaterThan(0)
  const handedOver = moves.filter(({ runId, status }) => runId === long.id && status === 'queued')
  // Queued once by us, and once for every slice but the first.
  expect(handedOver).toHaveLength(ended.attempt)
})
