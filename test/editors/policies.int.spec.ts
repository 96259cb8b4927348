import { describe, expect, it } from 'vitest'

import type { MergeTest } from '../merge/createMergeTest.js'

import { getAdapter } from '../../src/sync/store/Database.js'
import { createMergeTest } from '../merge/createMergeTest.js'

const FIELDS = [
  { name: 'title', type: 'text' as const },
  { name: 'teaser', type: 'text' as const },
  { name: 'note', type: 'text' as const },
  { name: 'home', type: 'number' as const },
  { name: 'away', type: 'number' as const },
  { name: 'winner', type: 'text' as const },
]

const open = async (): Promise<MergeTest> =>
  await createMergeTest({
    collection: { fields: FIELDS },
    options: {
      policy: 'ask',
      resources: { 'own.shows': { fieldPolicies: { note: 'provider', title: 'editor' } } },
    },
    resource: { fieldPolicies: { title: 'ask' }, mergeTogether: [['home', 'away', 'winner']] },
  })

const SAID = { away: 0, home: 0, note: 'said 1', teaser: 'said 1', title: 'said 1', winner: null }

const edit = async ({ asEditor, find, payload }: MergeTest, data: object, id = '1') => {
  const show = (await find()).find(({ externalId }) => externalId === id)!
  await payload.update({ id: show.id, collection: 'shows', ...asEditor, data })
}

const findConflicts = async ({ findIssues }: MergeTest, id = '1') => {
  const issues = (await findIssues()).filter(
    ({ externalId, kind, status }) => externalId === id && kind === 'conflict' && status === 'open',
  )
  return issues.flatMap(({ details }) => (details as { conflicts: object[] }).conflicts)
}

describe('the policy of a field', () => {
  it('should decide what becomes of a conflict, and who agrees closes it', async () => {
    const test = await open()
    test.answer([{ id: '1', ...SAID }])
    await test.sync()
    await edit(test, { note: 'by hand', teaser: 'by hand', title: 'by hand' })
    const next = { id: '1', ...SAID, note: 'said 2', teaser: 'said 2', title: 'said 2' }
    test.answer([next])

    const run = await test.sync()
    expect(run).toMatchObject({ counts: { conflicts: 1, updated: 1 }, status: 'completed' })
    const kept = { note: 'said 2', teaser: 'by hand', title: 'by hand' }
    expect(await test.find()).toMatchObject([kept])
    const of = (field: string) => ({
      base: 'said 1',
      current: 'by hand',
      field,
      incoming: 'said 2',
    })
    const conflicts = await findConflicts(test)
    expect(conflicts).toHaveLength(3)
    expect(conflicts).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...of('note'), isOverwritten: true, policy: 'provider' }),
        expect.objectContaining({ ...of('teaser'), policy: 'ask', run: String(run.id) }),
        expect.objectContaining({ ...of('title'), policy: 'editor', since: expect.any(String) }),
      ]),
    )

    // Nobody speaks again: nothing is written, counted or closed.
    expect(await test.sync()).toMatchObject({ counts: { conflicts: 0, unchanged: 1, updated: 0 } })
    expect(await findConflicts(test)).toHaveLength(3)

    // The editor comes round to the provider in one of them, without another word of it.
    await edit(test, { title: 'said 2' })
    expect(await findConflicts(test)).toMatchObject([{ field: 'note' }, { field: 'teaser' }])

    // The other one past Payload; it is found by the next sync although the record is the same.
    await getAdapter(test.payload).pool.query(`update shows set teaser = 'said 2'`)
    await test.sync()
    expect(await findConflicts(test)).toMatchObject([{ current: 'by hand', field: 'note' }])

    // Whoever types something else has dealt with what was overwritten.
    await edit(test, { note: 'again' })
    expect(await findConflicts(test)).toEqual([])
    const [issue] = await test.findIssues()
    expect(issue).toMatchObject({ kind: 'conflict', status: 'resolved' })

    // And the provider, to the editor.
    test.answer([{ ...next, title: 'said 3' }])
    await edit(test, { title: 'mine' })
    await test.sync()
    expect(await findConflicts(test)).toMatchObject([{ current: 'mine', field: 'title' }])
    test.answer([{ ...next, title: 'mine' }])
    await test.sync()
    expect(await findConflicts(test)).toEqual([])
    expect(await test.sync()).toMatchObject({ counts: { unchanged: 1, updated: 0 } })
  })
})

describe('fields that are one', () => {
  it('should never hold a mixture that nobody said', async () => {
    const test = await open()
    const ids = ['edited', 'same', 'untouched']
    test.answer(ids.map((id) => ({ id, ...SAID })))
    await test.sync()
    await edit(test, { home: 2, winner: 'home' }, 'edited')
    await edit(test, { home: 1, winner: 'home' }, 'same')
    const [edited, same, untouched] = ids.map((id) => ({
      id,
      ...SAID,
      away: 1,
      home: 1,
      title: 'said 2',
    }))
    test.answer([edited!, { ...same!, away: 0, winner: 'home' }, untouched!])
    await test.sync()

    expect(await test.find()).toMatchObject([
      { away: 0, home: 2, title: 'said 2', winner: 'home' },
      { away: 0, home: 1, title: 'said 2', winner: 'home' },
      { away: 1, home: 1, title: 'said 2', winner: null },
    ])
    expect(await findConflicts(test, 'edited')).toMatchObject([
      { current: 2, field: 'home', incoming: 1, policy: 'ask' },
      { current: 0, field: 'away', incoming: 1 },
      { current: 'home', field: 'winner', incoming: null },
    ])
    expect(await findConflicts(test, 'same')).toEqual([])

    // An editor who takes all of it over agrees.
    await edit(test, { away: 1, home: 1, winner: null }, 'edited')
    expect(await findConflicts(test, 'edited')).toEqual([])
  })

  it('should stay as a form saw them that is older than a sync', async () => {
    const test = await open()
    test.answer([{ id: '1', ...SAID, home: 1 }])
    await test.sync()
    const [form] = await test.find()
    test.answer([{ id: '1', ...SAID, away: 1, home: 1, title: 'said 2' }])
    await test.sync()

    // Only the score of one side was typed, in a form that does not show the other's goal.
    await edit(test, { ...form, home: 2, winner: 'home' })
    expect(await test.find()).toMatchObject([{ away: 0, home: 2, title: 'said 2', winner: 'home' }])
    await test.sync()
    expect(await findConflicts(test)).toMatchObject([{ field: 'home' }, { field: 'away' }, {}])
    expect(await test.find()).toMatchObject([{ away: 0, home: 2, winner: 'home' }])
  })
})
