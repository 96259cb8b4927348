import { expect, it } from 'vitest'

import { retryRun } from '../../../src/sync/operations/runs/retryRun.js'
import { createMomentTest } from './createMomentTest.js'

const GAMES = [{ id: '1000', name: 'Game', score: 0 }]

const createTest = async () => {
  const time = { now: new Date('2026-03-02T00:00:00Z') }
  const test = await createMomentTest({
    options: { clock: { now: () => time.now } },
    records: GAMES,
  })
  test.provider.failWith(() => ({ body: { error: 'Nothing today.' } }))
  const failed = await test.sync()
  expect(failed).toMatchObject({ status: 'failed' })
  test.provider.failWith(undefined)
  const retry = () => retryRun({ initiatedBy: null, payload: test.payload, runId: failed.id })
  const readState = async () => {
    const [state] = await test.find('syncStates')
    return { lastSuccessAt: state?.lastSuccessAt, since: state?.since }
  }
  return { ...test, readState, retry, time }
}

it('should keep the cursor where newer runs moved it when an old run is retried', async () => {
  const { drain, readState, retry, sync, time } = await createTest()
  time.now = new Date('2026-03-06T00:00:00Z')
  await sync()
  const moved = await readState()
  expect(moved).toEqual({
    lastSuccessAt: '2026-03-06T00:00:00.000Z',
    since: '2026-03-06T00:00:00.000Z',
  })

  time.now = new Date('2026-03-07T00:00:00Z')
  await retry()
  await drain()

  expect(await readState()).toEqual({ ...moved, lastSuccessAt: '2026-03-07T00:00:00.000Z' })
})

it('should keep it when the retry waits beside a queued run of the same work', async () => {
  const { drain, find, readState, retry, start, time } = await createTest()
  time.now = new Date('2026-03-06T00:00:00Z')
  await start()
  await retry()
  await drain()

  expect((await find('syncLogs')).map(({ status }) => status)).toEqual(['completed', 'completed'])
  expect(await readState()).toMatchObject({ since: '2026-03-06T00:00:00.000Z' })
})

it('should take nothing back for a host whose clock is behind', async () => {
  const { readState, sync, time } = await createTest()
  time.now = new Date('2026-03-06T00:00:00Z')
  await sync()
  const moved = await readState()

  time.now = new Date('2026-03-05T23:00:00Z')
  await sync()

  expect(await readState()).toEqual(moved)
})
