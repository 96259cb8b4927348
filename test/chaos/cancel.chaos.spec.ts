import { expect, it } from 'vitest'

import { cancelRun } from '../../src/sync/operations/runs/cancelRun.js'
import { retryRun } from '../../src/sync/operations/runs/retryRun.js'
import { waitFor } from '../project/waitFor.js'
import { createChaosTest } from './project/createChaosTest.js'
import { toGames } from './project/toGames.js'

const COUNT = 40
/** An answer that does not come. */
const SILENCE = new Promise<never>(() => undefined)

it('should end a run while its request waits in another process', async () => {
  const { findGames, payload, provider, queue, startWorker, waitForStatus } = await createChaosTest(
    { records: toGames({ count: COUNT, score: 1 }) },
  )
  provider.behave(({ page }) => (page === 2 ? SILENCE : undefined))
  await startWorker().ready
  const run = await queue()
  await provider.waitForRequest(({ page }) => page === 2)
  await waitFor({
    event: 'the pages before to be stored',
    look: async () => (await findGames()).length === 20,
  })

  await cancelRun({ payload, runId: run.id })
  const cancelled = await waitForStatus(run.id, 'cancelled', 'completed', 'failed')
  // The answer never comes, and nobody asked twice: it was not the request's time that ended it.
  expect(provider.requests.filter(({ page }) => page === 2)).toHaveLength(1)
  expect(cancelled).toMatchObject({ counts: { created: 20 }, error: null, status: 'cancelled' })
  expect(await findGames()).toHaveLength(20)

  provider.behave(undefined)
  const asked = provider.requests.length
  await retryRun({ initiatedBy: null, payload, runId: run.id })
  expect(await waitForStatus(run.id, 'completed', 'partial', 'failed')).toMatchObject({
    counts: { created: COUNT, fetched: COUNT, unchanged: 0, updated: 0 },
    status: 'completed',
  })
  expect(provider.requests[asked]).toMatchObject({ page: 2, path: '/games' })
  expect((await findGames()).map(({ writes }) => writes)).toEqual(Array(COUNT).fill(1))
})

it('should cancel a run whose worker leaves it before it hears of it', async () => {
  const { provider, query, queue, startWorker, waitForStatus } = await createChaosTest({
    records: toGames({ count: COUNT, score: 1 }),
  })
  provider.behave(({ page }) => (page === 1 ? SILENCE : undefined))
  const worker = startWorker()
  await worker.ready
  const run = await queue()
  await provider.waitForRequest(({ page }) => page === 1)

  // What cancelRun leaves in the row, without the message that workers hear.
  await query(`update sync_logs set cancel_requested_at = now() where id = ${run.id}`)
  worker.kill('SIGTERM')
  expect(await worker.exited).toEqual({ code: 0, signal: null })

  expect((await waitForStatus(run.id, 'cancelled', 'queued')).status).toBe('cancelled')
  // And nothing is in the way of the next.
  provider.behave(undefined)
  const next = await queue()
  startWorker()
  expect((await waitForStatus(next.id, 'completed', 'failed')).status).toBe('completed')
})
