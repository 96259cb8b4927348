import { expect, it } from 'vitest'

import { createChaosTest } from './project/createChaosTest.js'
import { toGames } from './project/toGames.js'

const COUNT = 40
/** More than one request is repeated, so that the run itself has to come back. */
const FAILURES = 6

it('should put a run off while its provider is out of order, and end it later', async () => {
  const { findGames, findMoves, provider, query, queue, startWorker, waitForStatus } =
    await createChaosTest({
      options: { retries: 5 },
      records: toGames({ count: COUNT, score: 1 }),
    })
  let failures = 0
  provider.behave(({ page }) => {
    if (page === 2 && failures < FAILURES) {
      failures += 1
      return { body: { message: 'Down for maintenance' }, status: 503 }
    }
    return undefined
  })
  await startWorker().ready
  const run = await queue()

  const ended = await waitForStatus(run.id, 'completed', 'failed', 'partial')
  expect(ended).toMatchObject({
    attempt: 2,
    counts: { created: COUNT, fetched: COUNT, unchanged: 0 },
    error: null,
    retryAt: null,
    status: 'completed',
  })
  expect(failures).toBe(FAILURES)
  expect(
    (await findMoves()).filter(({ runId }) => runId === run.id).map(({ status }) => status),
  ).toEqual(['queued', 'running', 'queued', 'running', 'completed'])
  // It got on since, so the next failure has all its retries again.
  expect(await query(`select retries from sync_logs where id = ${run.id}`)).toEqual([
    { retries: '0' },
  ])
  expect((await findGames()).map(({ writes }) => writes)).toEqual(Array(COUNT).fill(1))
})

it('should let the first refusal of the credentials stand', async () => {
  const { provider, queue, startWorker, waitForStatus } = await createChaosTest({
    options: { retries: 5 },
    records: toGames({ count: COUNT, score: 1 }),
  })
  provider.behave(({ page }) => (page === 1 ? { body: {}, status: 401 } : undefined))
  await startWorker().ready
  const run = await queue()

  expect(await waitForStatus(run.id, 'failed', 'completed')).toMatchObject({
    attempt: 1,
    counts: { created: 10 },
    error: { code: 'CREDENTIALS_REFUSED' },
    status: 'failed',
  })
  expect(provider.requests.filter(({ page }) => page === 1)).toHaveLength(1)
})
