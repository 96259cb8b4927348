import { createLocalReq } from 'payload'
import { expect, it } from 'vitest'

import { getSync } from '../../src/index.js'
import { decideConflicts } from '../../src/sync/operations/records/edit/decideConflicts.js'
import { lockFields } from '../../src/sync/operations/records/edit/lockFields.js'
import { undoEdit } from '../../src/sync/operations/records/edit/undo/undoEdit.js'
import { withUndo } from '../../src/sync/operations/records/edit/undo/withUndo.js'
import { unlockFields } from '../../src/sync/operations/records/edit/unlockFields.js'
import { createMergeTest } from '../merge/createMergeTest.js'

const SAID = { id: '1', away: 0, home: 0, title: 'said 1' }

it('should take back what a person has decided, locked or unlocked, as long as nothing changed', async () => {
  const test = await createMergeTest({
    collection: {
      fields: [
        { name: 'title', type: 'text' },
        { name: 'home', type: 'number' },
        { name: 'away', type: 'number' },
      ],
    },
    resource: { mergeTogether: [['home', 'away']] },
  })
  const { asEditor, payload } = test
  const say = async (news: object) => {
    test.answer([{ ...SAID, ...news }])
    await test.sync()
  }
  await say({})
  const [{ id }] = (await test.find()) as [{ id: number }]
  await payload.update({ id, collection: 'shows', data: { home: 7 }, user: asEditor.user })
  await say({ away: 1 })
  const req = await createLocalReq({ user: asEditor.user }, payload)
  const record = { externalId: '1', payload, provider: 'own', req, resource: 'shows' }
  const readState = async () => {
    const { conflicts, locks } = await getSync(payload).record({
      externalId: '1',
      provider: 'own',
      resource: 'shows',
    })
    const [issue] = await test.findIssues()
    const [document] = await test.find()
    return {
      conflicts,
      held: [document!.home, document!.away, document!.title],
      locks,
      status: issue!.status,
    }
  }
  const before = await readState()
  expect(before).toMatchObject({ held: [7, 0, 'said 1'], status: 'open' })

  for (const decision of ['theirs', 'mine', 'lock'] as const) {
    const { undo } = await withUndo({
      record,
      work: () => decideConflicts({ ...record, decision }),
    })
    const decided = await readState()
    expect(decided.status).toBe('resolved')
    expect(decided.held).toEqual(decision === 'theirs' ? [0, 1, 'said 1'] : [7, 0, 'said 1'])

    await undoEdit({ ...record, undo })
    expect(await readState()).toEqual(before)
    // It is taken back once.
    await expect(undoEdit({ ...record, undo })).rejects.toMatchObject({ code: 'CHANGED_SINCE' })
  }

  const fields = ['title']
  const lock = await withUndo({ fields, record, work: () => lockFields({ ...record, fields }) })
  await undoEdit({ ...record, undo: lock.undo })
  expect(await readState()).toEqual(before)

  // What unlocking has let in goes again.
  const locked = await withUndo({ fields, record, work: () => lockFields({ ...record, fields }) })
  await say({ away: 1, title: 'said 2' })
  // Meanwhile the provider has spoken: only unlocking tells what becomes of that.
  await expect(undoEdit({ ...record, undo: locked.undo })).rejects.toMatchObject({
    code: 'CHANGED_SINCE',
  })
  const held = await readState()
  const unlocked = await withUndo({
    fields,
    record,
    work: () => unlockFields({ ...record, fields }),
  })
  expect(await readState()).toMatchObject({ held: [7, 0, 'said 2'], locks: [] })
  await undoEdit({ ...record, undo: unlocked.undo })
  expect(await readState()).toEqual(held)

  // Nobody else's, not of another record, and not when somebody wrote since.
  const { undo } = await withUndo({
    record,
    work: () => decideConflicts({ ...record, decision: 'theirs' }),
  })
  for (const wrong of [
    { ...record, req: undefined, undo },
    { ...record, undo: `${undo}x` },
    { ...record, undo: unlocked.undo },
  ]) {
    await expect(undoEdit(wrong)).rejects.toMatchObject({ code: 'CHANGED_SINCE' })
  }
  await payload.update({ id, collection: 'shows', data: { home: 9 }, user: asEditor.user })
  await expect(undoEdit({ ...record, undo })).rejects.toMatchObject({ code: 'CHANGED_SINCE' })
  expect((await readState()).held[0]).toBe(9)
})
