import { expect, it } from 'vitest'

import { getRecordReport } from '../../src/sync/operations/records/getRecordReport.js'
import { createSyncTest } from '../project/createSyncTest.js'
import { testSlugs } from '../project/testSlugs.js'

const GAME = { externalId: '1000', provider: 'test', resource: 'games' }
const LOCKS = 'payload-locked-documents'

it('should tell of an update that waits for a document to be closed, and what it changes', async () => {
  const { editAsPerson, findMatch, payload, provider, sync } = await createSyncTest({
    records: [{ id: '1000', name: 'Game', city: 'Bern', score: 0, stadium: 'Park' }],
  })
  await sync()
  expect(await getRecordReport({ ...GAME, payload })).toMatchObject({ edited: [], waiting: null })
  await editAsPerson('1000', { round: 'Of an editor' })
  const { docs } = await payload.find({ collection: 'users' })
  await payload.create({
    collection: LOCKS,
    data: {
      document: { relationTo: testSlugs.matches, value: (await findMatch('1000'))!.id },
      user: { relationTo: 'users', value: docs[0]!.id },
    },
  })
  provider.answerWith('1000', { home: { id: 'h', name: 'Home' }, score: 3, stadium: 'New park' })

  const before = new Date()
  await sync()

  const { waiting } = await getRecordReport({ ...GAME, payload })
  expect(new Date(waiting!.since).getTime()).toBeGreaterThan(before.getTime() - 60_000)
  expect(waiting!.fields).toEqual(
    expect.arrayContaining([
      { field: 'homeScore', said: 3 },
      { field: 'venue.name', said: 'New park' },
      { field: 'homeTeam', said: 'h' },
    ]),
  )
  expect(waiting!.fields).toHaveLength(3)

  await payload.delete({ collection: LOCKS, where: { id: { exists: true } } })
  await sync()

  expect(await getRecordReport({ ...GAME, payload })).toMatchObject({ edited: [], waiting: null })
  expect(await findMatch('1000')).toMatchObject({ homeScore: 3, round: 'Of an editor' })
})
