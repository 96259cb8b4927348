import { setTimeout as sleep } from 'node:timers/promises'
import { createLocalReq } from 'payload'
import { expect, it } from 'vitest'

import { decideConflicts } from '../../src/sync/operations/records/edit/decideConflicts.js'
import { undoEdit } from '../../src/sync/operations/records/edit/undo/undoEdit.js'
import { withUndo } from '../../src/sync/operations/records/edit/undo/withUndo.js'
import { refreshRecord } from '../../src/sync/operations/records/refreshRecord.js'
import { createGate } from '../chaos/project/createGate.js'
import { createMergeTest } from '../merge/createMergeTest.js'
import { createSyncTest } from '../project/createSyncTest.js'
import { waitFor } from '../project/waitFor.js'
import { untilBlockedOrDone } from '../saves/untilBlockedOrDone.js'

it('should close a conflict that another one opened while the run was at work', async () => {
  const { editAsPerson, findIssues, findMatch, payload, provider, sync } = await createSyncTest({
    provider: { scopeOf: ({ id }) => id },
    records: [
      { id: '1', name: 'First' },
      { id: '2', name: 'Second' },
      { id: '3', name: 'Third' },
    ],
  })
  await sync()
  const before = provider.requests()
  const first = createGate()
  const second = createGate()
  provider.answerWith('1', { name: 'First again' })
  provider.holdUntil(first.opened)
  const syncing = sync()
  await waitFor({ event: 'a request', look: () => provider.requests() > before })
  provider.holdUntil(second.opened)
  first.open()
  // By now the run has looked which records have issues, and asks for the second scope.
  await waitFor({
    event: 'the first scope to be stored',
    look: async () => (await findMatch('1'))?.title === 'First again',
  })

  await editAsPerson('3', { title: 'By hand' })
  provider.answerWith('3', { name: 'Third again' })
  await refreshRecord({ externalId: '3', payload, provider: 'test', resource: 'games' })
  expect(await findIssues()).toMatchObject([{ kind: 'conflict', status: 'open' }])
  provider.answerWith('3', { name: 'By hand' })
  second.open()
  await syncing

  expect(await findIssues()).toMatchObject([{ kind: 'conflict', status: 'resolved' }])
})

it('should keep what somebody else saves while a conflict is decided, or that is taken back', async () => {
  let meanwhile: (() => Promise<unknown>) | undefined
  const saves: Promise<unknown>[] = []
  const { answer, asEditor, find, payload, sync } = await createMergeTest({
    collection: {
      fields: [
        {
          name: 'venue',
          type: 'group',
          fields: [
            { name: 'city', type: 'text' },
            { name: 'note', type: 'text' },
          ],
        },
      ],
      hooks: {
        // As slow as a request may be: another one comes in between.
        beforeOperation: [
          async ({ operation }) => {
            const save = operation === 'update' ? meanwhile?.() : undefined
            meanwhile = undefined
            if (save) {
              saves.push(save)
              await untilBlockedOrDone({ payload, save })
            }
          },
        ],
      },
    },
  })
  const { user } = asEditor
  answer([{ id: '1', venue: { city: 'Bern' } }])
  await sync()
  const [{ id }] = (await find()) as [{ id: number }]
  const save = (venue: object) => payload.update({ id, collection: 'shows', data: { venue }, user })
  await save({ city: 'Mine' })
  answer([{ id: '1', venue: { city: 'Basel' } }])
  await sync()
  const req = await createLocalReq({ user }, payload)
  const record = { externalId: '1', payload, provider: 'own', req, resource: 'shows' }

  meanwhile = () => save({ note: 'of another' })
  const { undo } = await withUndo({
    record,
    work: () => decideConflicts({ ...record, decision: 'theirs' }),
  })
  await Promise.all(saves)
  expect(await find()).toMatchObject([{ venue: { city: 'Basel', note: 'of another' } }])

  meanwhile = () => save({ note: 'of a third' })
  await undoEdit({ ...record, undo })
  await Promise.all(saves)
  expect(saves).toHaveLength(2)
  expect(await find()).toMatchObject([{ venue: { city: 'Mine', note: 'of a third' } }])
})

it('should end no save that closes a conflict while another one of the document is decided', async () => {
  const gate = createGate()
  const { answer, asEditor, find, findIssues, payload, sync } = await createMergeTest({
    collection: {
      fields: [
        { name: 'title', type: 'text' },
        { name: 'city', type: 'text' },
      ],
      hooks: {
        beforeChange: [
          async ({ context, data }) => {
            if (context.isSlow) {
              await gate.opened
            }
            return data as object
          },
        ],
      },
    },
  })
  const { user } = asEditor
  const say = async (word: string) => {
    answer([{ id: '1', city: `city ${word}`, title: `title ${word}` }])
    await sync()
  }
  await say('1')
  const [{ id }] = (await find()) as [{ id: number }]
  const mine = { city: 'mine', title: 'mine' }
  await payload.update({ id, collection: 'shows', data: mine, user })
  await say('2')

  const saving = payload.update({
    id,
    collection: 'shows',
    context: { isSlow: true },
    data: { title: 'title 2' },
    user,
  })
  const deciding = decideConflicts({
    decision: 'theirs',
    externalId: '1',
    fields: ['city'],
    payload,
    provider: 'own',
    resource: 'shows',
  })
  await untilBlockedOrDone({ payload, save: deciding })
  // Postgres has looked by then whether the two wait for each other, and found that they do not yet.
  await sleep(1500)
  gate.open()
  await Promise.all([saving, deciding])
  expect(await find()).toMatchObject([{ city: 'city 2', title: 'title 2' }])
  expect(await findIssues()).toMatchObject([{ kind: 'conflict', status: 'resolved' }])
})
