import { describe, expect, it } from 'vitest'

import type { Page, SyncMode } from '../../../src/sdk/index.js'
import type { TestRecord } from '../../project/createTestProvider.js'
import type { MomentTest } from './createMomentTest.js'

import { refreshRecord } from '../../../src/sync/operations/records/refreshRecord.js'
import { testSlugs } from '../../project/testSlugs.js'
import { waitFor } from '../../project/waitFor.js'
import { createGate, createMomentTest } from './createMomentTest.js'

const DEADLOCKS = 'select deadlocks::int from pg_stat_database where datname = current_database()'

const toGames = (count: number): TestRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    id: String(1000 + index),
    name: `Game ${index}`,
    score: 0,
  }))

/** Holds the next page of this mode up, after the provider has answered and before it is stored. */
const holdPage = (test: MomentTest, wanted: SyncMode) => {
  const gate = createGate()
  let isHeld = false
  test.moments.onPage = async ({ mode, page }): Promise<Page> => {
    if (mode === wanted && !isHeld) {
      isHeld = true
      await gate.stand()
    }
    return page
  }
  return gate
}

/** Holds the next write of this match up, in the transaction of its batch. */
const holdWrite = (test: MomentTest, moment: 'afterWrite' | 'beforeWrite', id = '1000') => {
  const gate = createGate()
  let isHeld = false
  test.moments[moment] = async ({ externalId }) => {
    if (externalId === id && !isHeld) {
      isHeld = true
      await gate.stand()
    }
  }
  return gate
}

const waitForEnd = async (test: MomentTest, run: { id: number | string }): Promise<void> => {
  await waitFor({
    event: 'the end of a run',
    look: async () => (await test.findRun(run)).finishedAt !== null,
  })
}

describe('a page that waits while somebody else stores a newer one', () => {
  it('should change nothing of what a run of the other lane stored', async () => {
    const test = await createMomentTest({ records: toGames(2) })
    await test.sync()
    const gate = holdPage(test, 'full')
    test.provider.answerWith('1000', { score: 1 })
    const bulk = await test.start('full')
    const drained = test.drain()
    await gate.reached

    test.provider.answerWith('1000', { score: 3 })
    await waitForEnd(test, await test.start('live'))
    gate.open()
    await drained

    expect(await test.findMatch('1000')).toMatchObject({ homeScore: 3 })
    expect(await test.findRun(bulk)).toMatchObject({
      counts: { fetched: 2, unchanged: 2, updated: 0 },
      status: 'completed',
    })
    expect(await test.sync()).toMatchObject({ counts: { unchanged: 2 } })
    expect(await test.find('syncIssues')).toEqual([])
  })

  it('should change nothing of what a refresh stored', async () => {
    const test = await createMomentTest({ records: toGames(1) })
    await test.sync()
    const gate = holdPage(test, 'full')
    await test.start('full')
    const drained = test.drain()
    await gate.reached

    test.provider.answerWith('1000', { score: 4 })
    const game = { externalId: '1000', provider: 'test', resource: 'games' }
    await refreshRecord({ ...game, payload: test.payload })
    gate.open()
    await drained

    expect(await test.findMatch('1000')).toMatchObject({ homeScore: 4 })
  })

  it('should change nothing of it when it is the answer to a refresh', async () => {
    const test = await createMomentTest({ records: toGames(1) })
    await test.sync()
    const gate = createGate()
    test.moments.onRecord = gate.stand
    test.provider.answerWith('1000', { score: 1 })
    const game = { externalId: '1000', provider: 'test', resource: 'games' }
    const refreshed = refreshRecord({ ...game, payload: test.payload })
    await gate.reached

    test.provider.answerWith('1000', { score: 2 })
    await test.sync()
    gate.open()

    expect(await refreshed).toEqual({ conflicts: 0, outcome: 'unchanged' })
    expect(await test.findMatch('1000')).toMatchObject({ homeScore: 2 })
  })

  it('should lose against a newer word that only confirmed what was stored', async () => {
    const test = await createMomentTest({ records: toGames(1) })
    await test.sync()
    const gate = holdPage(test, 'full')
    test.provider.answerWith('1000', { score: 2 })
    await test.start('full')
    const drained = test.drain()
    await gate.reached

    // The goal was annulled; the live run finds what is stored already.
    test.provider.answerWith('1000', { score: 0 })
    const live = await test.start('live')
    await waitForEnd(test, live)
    expect(await test.findRun(live)).toMatchObject({ counts: { unchanged: 1 } })
    gate.open()
    await drained

    expect(await test.findMatch('1000')).toMatchObject({ homeScore: 0 })
  })

  it('should open no issue for a record that was in order a moment later', async () => {
    const test = await createMomentTest({ records: toGames(1) })
    await test.sync()
    const gate = holdPage(test, 'full')
    test.provider.answerWith('1000', { name: 5, score: 1 })
    const bulk = await test.start('full')
    const drained = test.drain()
    await gate.reached

    test.provider.answerWith('1000', { name: 'Game', score: 2 })
    await waitForEnd(test, await test.start('live'))
    gate.open()
    await drained

    expect(await test.findRun(bulk)).toMatchObject({
      counts: { fetched: 1, invalid: 0, unchanged: 1 },
      status: 'completed',
    })
    expect(await test.find('syncIssues')).toEqual([])
  })

  it('should hold for a provider that is asked without HTTP', async () => {
    const test = await createMomentTest({ records: toGames(1) })
    await test.sync()
    const gate = createGate()
    test.moments.onPage = async ({ mode }) => {
      if (mode === 'full') {
        await gate.stand()
      }
      return { records: [{ id: '1000', name: 'Game', score: mode === 'full' ? 1 : 2 }] }
    }
    await test.start('full')
    const drained = test.drain()
    await gate.reached

    await waitForEnd(test, await test.start('live'))
    gate.open()
    await drained

    expect(await test.findMatch('1000')).toMatchObject({ homeScore: 2 })
  })
})

describe('a database whose clock was put back', () => {
  it('should still be told what is new', async () => {
    const test = await createMomentTest({ records: toGames(1) })
    await test.sync()
    await test.query("update sync_records set said_at = now() + interval '1 hour'")
    test.provider.answerWith('1000', { score: 1 })

    expect(await test.sync()).toMatchObject({ counts: { updated: 1 } })
    test.provider.answerWith('1000', { score: 2 })
    expect(await test.sync()).toMatchObject({ counts: { updated: 1 } })
  })
})

describe('two lanes that store the same records at the same moment', () => {
  it('should leave what the newer page says, field by field', async () => {
    const test = await createMomentTest({ records: toGames(1) })
    await test.sync()
    const gate = holdWrite(test, 'beforeWrite')
    test.provider.answerWith('1000', { score: 1 })
    const bulk = await test.start('full')
    const drained = test.drain()
    await gate.reached

    test.provider.answerWith('1000', { kickOff: '2026-05-01T12:00:00.000Z', score: 2 })
    const live = await test.start('live')
    await test.waitForBlocked()
    gate.open()
    await drained

    expect(await test.findMatch('1000')).toMatchObject({
      homeScore: 2,
      startsAt: '2026-05-01T12:00:00.000Z',
    })
    expect(await test.findRun(bulk)).toMatchObject({ status: 'completed' })
    expect(await test.findRun(live)).toMatchObject({ counts: { updated: 1 }, status: 'completed' })
    expect(await test.find('syncIssues')).toEqual([])
    expect(await test.sync()).toMatchObject({ counts: { unchanged: 1 } })
  })

  it('should leave nothing that only a hash calls unchanged', async () => {
    const test = await createMomentTest({ records: toGames(2) })
    await test.sync()
    const gate = holdWrite(test, 'beforeWrite')
    test.provider.answerWith('1000', { score: 7 })
    test.provider.answerWith('1001', { name: 'Game 1 (moved)' })
    await test.start('full')
    const drained = test.drain()
    await gate.reached

    // Live meets a goal that is annulled before the next full sync.
    test.provider.answerWith('1001', { score: 1 })
    await test.start('live')
    await test.waitForBlocked()
    gate.open()
    await drained
    expect(await test.findMatch('1001')).toMatchObject({ homeScore: 1 })
    test.provider.answerWith('1001', { score: 0 })
    await test.sync()

    expect(await test.findMatch('1001')).toMatchObject({ homeScore: 0, title: 'Game 1 (moved)' })
  })

  it('should not wait for one that is not listed any more, nor count it as absent', async () => {
    const test = await createMomentTest({
      options: { absence: { after: 1, maxShare: 1 } },
      records: toGames(6),
    })
    await test.sync()
    const gate = holdWrite(test, 'beforeWrite', '1001')
    test.provider.answerWith('1001', { score: 1 })
    test.moments.onPage = ({ mode, page }) =>
      mode === 'live' ? { records: page.records.slice(1, 2) } : page
    await test.start('live')
    const drained = test.drain()
    await gate.reached

    test.provider.remove('1001')
    const bulk = await test.start('full')
    await waitForEnd(test, bulk)
    gate.open()
    await drained

    expect(await test.findRun(bulk)).toMatchObject({ counts: { missing: 0 }, status: 'completed' })
    expect(await test.sync()).toMatchObject({ counts: { missing: 1 } })
  })

  it('should not wait for each other for ever, in whatever order their pages are', async () => {
    const count = 40
    const test = await createMomentTest({ pageSize: count, records: toGames(count) })
    await test.sync()
    const deadlocks = await test.query(DEADLOCKS)
    test.moments.onPage = ({ mode, page }) =>
      mode === 'live' ? { ...page, records: [...page.records].reverse() } : page

    for (let score = 1; score <= 5; score += 1) {
      for (let index = 0; index < count; index += 1) {
        test.provider.answerWith(String(1000 + index), { score })
      }
      await Promise.all([test.start('full'), test.start('live')])
      await test.drain()
    }

    const runs = await test.find('syncLogs')
    expect(runs.map(({ status }) => status)).toEqual(runs.map(() => 'completed'))
    expect(await test.query(DEADLOCKS)).toEqual(deadlocks)
    const matches = await test.find('matches')
    expect(matches.map(({ homeScore }) => homeScore)).toEqual(matches.map(() => 5))
  })
})

describe('two lanes that create the same record at the same moment', () => {
  it.each([
    ['when the older page was about to create it', 'beforeWrite'],
    ['when the older page had created it and not committed', 'afterWrite'],
  ] as const)('should leave one document with the newer word, %s', async (_, moment) => {
    const test = await createMomentTest({ records: toGames(3) })
    const gate = holdWrite(test, moment)
    const bulk = await test.start('full')
    const drained = test.drain()
    await gate.reached

    test.provider.answerWith('1000', { score: 2 })
    test.provider.answerWith('1002', { score: 5 })
    const live = await test.start('live')
    await (moment === 'beforeWrite' ? waitForEnd(test, live) : test.waitForBlocked())
    gate.open()
    await drained

    expect(await test.find('matches')).toMatchObject([
      { externalId: '1000', homeScore: 2 },
      { externalId: '1001', homeScore: 0 },
      { externalId: '1002', homeScore: 5 },
    ])
    expect(await test.findRun(bulk)).toMatchObject({ counts: { invalid: 0 }, status: 'completed' })
    expect(await test.findRun(live)).toMatchObject({ counts: { invalid: 0 }, status: 'completed' })
    expect(await test.find('syncIssues')).toEqual([])
    expect(await test.sync()).toMatchObject({ counts: { unchanged: 3 } })
  })
})

describe('a person who deletes a document that a sync is about to write', () => {
  it('should be waited for, or wait, and never both', async () => {
    const test = await createMomentTest({ records: toGames(2) })
    await test.sync()
    const { id } = await test.findMatch('1001')
    const deadlocks = await test.query(DEADLOCKS)
    const gate = holdWrite(test, 'beforeWrite')
    test.provider.answerWith('1000', { score: 1 })
    test.provider.answerWith('1001', { score: 1 })
    const run = await test.start()
    const drained = test.drain()
    await gate.reached

    const deleted = test.payload.delete({ id, collection: testSlugs.matches })
    await test.waitForBlocked()
    gate.open()
    await Promise.all([deleted, drained])

    expect(await test.findRun(run)).toMatchObject({ counts: { updated: 2 }, status: 'completed' })
    expect(await test.find('matches')).toMatchObject([{ externalId: '1000', homeScore: 1 }])
    expect(await test.find('syncRecords')).toMatchObject([
      { deletedAt: null, externalId: '1000' },
      { deletedAt: expect.any(String), externalId: '1001' },
    ])
    expect(await test.query(DEADLOCKS)).toEqual(deadlocks)
  })
})
