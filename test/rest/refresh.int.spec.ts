import { expect, it, vi } from 'vitest'

import { getRecordReport } from '../../src/sync/operations/records/getRecordReport.js'
import { refreshRecord } from '../../src/sync/operations/records/refreshRecord.js'
import { createSyncTest } from '../project/createSyncTest.js'
import { testSlugs } from '../project/testSlugs.js'

const GAME = { externalId: '1', provider: 'test', resource: 'games' }

const createTest = async () => {
  const test = await createSyncTest({
    records: [
      { id: '1', name: 'Game', city: 'Bern', score: 1, stadium: 'Park' },
      { id: '2', name: 'Another', score: 0 },
    ],
  })
  await test.sync()
  return test
}

it('should store what the provider says of one record now, and touch no other', async () => {
  const { findMatch, payload, provider } = await createTest()
  provider.answerWith('1', { score: 2 })
  provider.answerWith('2', { score: 5 })

  expect(await refreshRecord({ ...GAME, payload })).toEqual({ conflicts: 0, outcome: 'updated' })

  expect(await findMatch('1')).toMatchObject({ homeScore: 2 })
  expect(await findMatch('2')).toMatchObject({ homeScore: 0 })
})

it('should write nothing when nothing changed', async () => {
  const { findMatch, payload } = await createTest()
  const before = await findMatch('1')

  expect(await refreshRecord({ ...GAME, payload })).toEqual({ conflicts: 0, outcome: 'unchanged' })
  expect(await findMatch('1')).toEqual(before)
})

it("should keep an editor's value and open a conflict, as every sync does", async () => {
  const { editAsPerson, findIssues, findMatch, payload, provider } = await createTest()
  await editAsPerson('1', { homeScore: 7 })
  provider.answerWith('1', { score: 2 })

  expect(await refreshRecord({ ...GAME, payload })).toEqual({ conflicts: 1, outcome: 'unchanged' })
  expect(await findMatch('1')).toMatchObject({ homeScore: 7 })
  expect(await findIssues()).toMatchObject([{ externalId: '1', kind: 'conflict', run: null }])
})

it('should be no run, and name none for what it changed', async () => {
  const { payload, provider } = await createTest()
  provider.answerWith('1', { score: 2 })
  await refreshRecord({ ...GAME, payload })

  expect(await payload.count({ collection: testSlugs.syncLogs })).toEqual({ totalDocs: 1 })
  const { docs } = await payload.find({
    collection: testSlugs.syncRecords,
    where: { externalId: { equals: '1' } },
  })
  expect(docs).toMatchObject([{ run: null }])
})

it.each([
  ['a provider nobody knows', { provider: 'nobody' }, 'UNKNOWN_PROVIDER'],
  ['a resource nobody knows', { resource: 'nothing' }, 'UNKNOWN_RESOURCE'],
  ['a resource without single records', { resource: 'clubs' }, 'REFRESH_UNAVAILABLE'],
  ['a record that is gone', { externalId: '404' }, 'UNKNOWN_RECORD'],
])('should refuse %s', async (_, given, code) => {
  const { payload } = await createTest()

  await expect(refreshRecord({ ...GAME, ...given, payload })).rejects.toMatchObject({ code })
})

it('should say why when the provider fails, and keep what is stored', async () => {
  const { findMatch, payload, provider } = await createTest()
  const before = await findMatch('1')
  provider.failWith(() => ({ body: { refusal: 'Unknown token.' }, status: 401 }))

  await expect(refreshRecord({ ...GAME, payload })).rejects.toMatchObject({
    code: 'CREDENTIALS_REFUSED',
  })
  expect(await findMatch('1')).toEqual(before)
})

it('should not keep a person waiting for a provider that does not answer', async () => {
  const { findMatch, payload } = await createTest()
  const before = await findMatch('1')
  vi.spyOn(AbortSignal, 'timeout').mockImplementationOnce(() =>
    AbortSignal.abort(new DOMException('The time is up.', 'TimeoutError')),
  )

  await expect(refreshRecord({ ...GAME, payload })).rejects.toMatchObject({
    code: 'PROVIDER_UNAVAILABLE',
    message: 'Test provider did not send games 1 within 20 seconds. Try again later.',
  })
  expect(await findMatch('1')).toEqual(before)
})

it('should store nothing of a record that is not in order', async () => {
  const { payload, provider } = await createTest()
  provider.answerWith('1', { name: 42 })

  await expect(refreshRecord({ ...GAME, payload })).rejects.toMatchObject({
    code: 'INVALID_ANSWER',
  })
})

it("should tell which fields hold an editor's value, and what the provider says of them", async () => {
  const { editAsPerson, payload } = await createTest()
  expect(await getRecordReport({ ...GAME, payload })).toMatchObject({
    canRefresh: true,
    edited: [],
  })

  await editAsPerson('1', { homeScore: 7, venue: { name: 'Park', city: 'Thun' } })

  expect((await getRecordReport({ ...GAME, payload })).edited).toEqual([
    { field: 'homeScore', said: 1 },
    { field: 'venue.city', said: 'Bern' },
  ])
})
