import { describe, expect, it } from 'vitest'

import type { SavesTest } from './createSavesTest.js'

import { beginOwn, createSavesTest, MATCHES } from './createSavesTest.js'

const RECORDS = ['1000', '1001', '1002'].map((id) => ({
  id,
  name: `Game ${id}`,
  city: 'City',
  kickOff: '2026-05-01T12:00:00.000Z',
  score: 0,
  stadium: 'Stadium',
}))

/** A sync that has changed every game, and not committed it; the last one is not written yet. */
const holdChangedBatch = async (test: SavesTest) => {
  await test.sync()
  for (const { id } of RECORDS) {
    test.provider.answerWith(id, { score: 1, stadium: 'New stadium' })
  }
  return await test.holdBatchAt('1002')
}

const findId = async ({ findMatch }: SavesTest, externalId: string) =>
  (await findMatch(externalId))!.id

type Save = (args: { id: number | string; test: SavesTest }) => Promise<unknown>

const WRITES: Record<string, Save> = {
  'a save of one field': ({ id, test: { payload } }) =>
    payload.update({ id, collection: MATCHES, data: { round: 'Final' } }),
  'a save of one field in a transaction of the project': async ({ id, test: { payload } }) => {
    const req = await beginOwn({ payload })
    await payload.update({ id, collection: MATCHES, data: { round: 'Final' }, req })
    await payload.db.commitTransaction(req.transactionID!)
  },
  'a save of one field without a transaction': ({ id, test: { payload } }) =>
    payload.update({ id, collection: MATCHES, data: { round: 'Final' }, disableTransaction: true }),
  'a save of several documents': ({ id, test: { payload } }) =>
    payload.update({
      collection: MATCHES,
      data: { round: 'Final' },
      where: { id: { equals: id } },
    }),
  'a save of several documents without a transaction': ({ id, test: { payload } }) =>
    payload.update({
      collection: MATCHES,
      data: { round: 'Final' },
      disableTransaction: true,
      where: { id: { equals: id } },
    }),
}

describe.each(Object.entries(WRITES))('%s, while a batch is in work', (_name, save) => {
  it.each([
    ['has written the document', '1000'],
    ['has not written it yet', '1002'],
  ])('should keep both where the batch %s', async (_state, externalId) => {
    const test = await createSavesTest({ records: RECORDS })
    const batch = await holdChangedBatch(test)
    const saving = save({ id: await findId(test, externalId), test })
    await test.untilBlockedOrDone(saving)

    const run = await batch.release()
    await saving

    expect(run.status).toBe('completed')
    expect(await test.findMatch(externalId)).toMatchObject({
      homeScore: 1,
      round: 'Final',
      venue: { name: 'New stadium', city: 'City' },
    })
    expect(await test.sync()).toMatchObject({ counts: { conflicts: 0, updated: 0 } })
  })
})

it('should keep the sibling in a group that a batch writes at the same moment', async () => {
  const test = await createSavesTest({ records: RECORDS })
  const batch = await holdChangedBatch(test)
  const saving = test.editAsPerson('1000', { venue: { city: 'An editor’s city' } })
  await test.untilBlockedOrDone(saving)

  await batch.release()
  await saving

  expect(await test.findMatch('1000')).toMatchObject({
    homeScore: 1,
    venue: { name: 'New stadium', city: 'An editor’s city' },
  })
})

it('should let two saves of several documents and a batch pass, in whatever order', async () => {
  const test = await createSavesTest({ records: RECORDS })
  const batch = await holdChangedBatch(test)
  const toSave = (sort: string, data: Record<string, unknown>) =>
    test.payload.update({
      collection: MATCHES,
      data,
      sort,
      where: { externalId: { exists: true } },
    })
  const saving = [toSave('-externalId', { round: 'Final' }), toSave('externalId', { stage: 'Cup' })]
  await test.untilBlockedOrDone(Promise.all(saving))

  const run = await batch.release()
  const results = await Promise.all(saving)

  expect(run.status).toBe('completed')
  expect(results.flatMap(({ errors }) => errors)).toEqual([])
  for (const match of await test.findMatches()) {
    expect(match).toMatchObject({ homeScore: 1, round: 'Final', stage: 'Cup' })
  }
})

it('should delete a document that a batch is writing, and keep it away', async () => {
  const test = await createSavesTest({ records: RECORDS })
  const batch = await holdChangedBatch(test)
  const deleting = test.payload.delete({ id: await findId(test, '1000'), collection: MATCHES })
  await test.untilBlockedOrDone(deleting)

  const run = await batch.release()
  await deleting

  expect(run.status).toBe('completed')
  expect(await test.findMatch('1000')).toBeUndefined()
  expect(await test.sync()).toMatchObject({ counts: { created: 0, deferred: 1, updated: 0 } })
  expect(await test.findMatch('1000')).toBeUndefined()
})

describe('a save that may not wait', () => {
  it('should say so, and save nothing', async () => {
    const test = await createSavesTest({ records: RECORDS })
    const batch = await holdChangedBatch(test)
    const { payload } = test
    const id = await findId(test, '1000')
    const req = await beginOwn({ payload })
    const { db } = (payload.db as unknown as Sessions).sessions[(await req.transactionID)!]!
    await db.execute(`set local lock_timeout = '100ms'`)

    await expect(
      payload.update({ id, collection: MATCHES, data: { round: 'Final' }, req }),
    ).rejects.toMatchObject({
      message: 'A sync is writing this document. Nothing was saved: try again in a moment.',
      status: 423,
    })

    await batch.release()
    expect(await test.findMatch('1000')).toMatchObject({ homeScore: 1, round: null })
  })

  it('should be refused in a transaction that cannot see what the batch left', async () => {
    const test = await createSavesTest({ records: RECORDS })
    const batch = await holdChangedBatch(test)
    const { payload } = test
    const id = await findId(test, '1000')
    const req = await beginOwn({ isolation: 'repeatable read', payload })
    const saving = payload.update({ id, collection: MATCHES, data: { round: 'Final' }, req })
    const refused = expect(saving).rejects.toMatchObject({ status: 423 })
    await test.untilBlockedOrDone(saving)

    await batch.release()
    await refused

    expect(await test.findMatch('1000')).toMatchObject({ homeScore: 1, round: null })
  })
})

type Sessions = {
  sessions: Record<number | string, { db: { execute: (sql: string) => Promise<unknown> } }>
}

it('should leave every field to whom it belongs after 90 saves of one field against 8 runs', async () => {
  const records = Array.from({ length: 30 }, (_, index) => ({
    id: String(1000 + index),
    name: `Game ${index}`,
    score: 0,
  }))
  const test = await createSavesTest({ records })
  await test.sync()
  const matches = await test.findMatches()
  const save = async (): Promise<void> => {
    for (let count = 0; count < 90; count += 1) {
      const { id } = matches[(count * 7) % matches.length]!
      await test.payload.update({ id, collection: MATCHES, data: { round: `Note ${count}` } })
    }
  }
  const run = async (): Promise<void> => {
    for (let score = 1; score <= 8; score += 1) {
      records.forEach(({ id }) => test.provider.answerWith(id, { score }))
      await test.sync()
    }
  }

  await Promise.all([save(), run()])

  for (const [index, match] of (await test.findMatches()).entries()) {
    const saved = Array.from({ length: 90 }, (_, count) => count).filter(
      (count) => (count * 7) % matches.length === index,
    )
    expect(match).toMatchObject({ homeScore: 8, round: `Note ${saved.at(-1)}` })
  }
  expect(await test.findIssues()).toEqual([])
})
