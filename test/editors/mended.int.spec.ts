import { createLocalReq } from 'payload'
import { describe, expect, it } from 'vitest'

import { getSync } from '../../src/index.js'
import { lockFields } from '../../src/sync/operations/records/edit/lockFields.js'
import { createMergeTest } from '../merge/createMergeTest.js'

const RECORD = { externalId: '1', provider: 'own', resource: 'shows' }

/** A show that is stored, and of which the provider says more stars then than there can be. */
const open = async ({ hasDrafts = false, said = {} } = {}) => {
  const test = await createMergeTest({
    collection: {
      fields: [
        { name: 'title', type: 'text' },
        { name: 'city', type: 'text' },
        { name: 'note', type: 'text' },
        { name: 'best', type: 'number' },
        {
          name: 'stars',
          type: 'number',
          validate: (value: unknown, { siblingData }: { siblingData: { best?: number } }) =>
            Number(value) <= Number(siblingData.best ?? 5) || 'There are not so many.',
        },
      ],
      trash: true,
      ...(hasDrafts && { versions: { drafts: true } }),
    },
  })
  const { answer, asEditor, find, findIssues, payload, sync } = test
  const say = async (news: object) => {
    answer([{ id: '1', city: 'Bern', stars: 3, title: 'said', ...news }])
    return await sync()
  }
  await say(said)
  const [{ id }] = (await find()) as [{ id: number }]
  const api = getSync(payload)
  const findOpen = async () =>
    (await findIssues()).filter(({ kind, status }) => kind !== 'conflict' && status === 'open')
  return {
    ...test,
    id,
    api,
    edit: (data: object, draft = false) =>
      payload.update({ id, collection: 'shows', data, draft, user: asEditor.user }),
    findOpen,
    /** Says what cannot be stored; what is mended then is mended of that. */
    refuse: async (news: object = {}) => {
      expect(await say({ city: 'Basel', stars: 9, ...news })).toMatchObject({ status: 'partial' })
      const [issue] = await findOpen()
      const issueId = issue!.id
      return (values: Record<string, unknown>, by = {}) => api.fixRecord({ issueId, values, ...by })
    },
    say,
  }
}

describe('mending a record that has a document already', () => {
  it('should merge what the provider says, and be an edit', async () => {
    const { api, edit, find, findOpen, payload, refuse, say } = await open()
    await edit({ title: 'mine' })
    await say({})
    await lockFields({ ...RECORD, fields: ['city'], payload })
    const fix = await refuse()
    await fix({ stars: 4 })

    const mended = { city: 'Bern', stars: 4, title: 'mine' }
    expect(await find()).toMatchObject([mended])
    expect((await api.record(RECORD)).locks).toMatchObject([{ field: 'city' }])
    // The same again is what was mended, and is told to nobody.
    expect(await say({ city: 'Basel', stars: 9 })).toMatchObject({ status: 'completed' })
    expect(await find()).toMatchObject([mended])
    expect(await findOpen()).toEqual([])

    await api.unlock({ ...RECORD, fields: ['city'] })
    expect(await find()).toMatchObject([{ ...mended, city: 'Basel' }])
    await say({ city: 'Chur', stars: 2, title: 'said again' })
    expect(await find()).toMatchObject([{ ...mended, city: 'Chur' }])
    const { conflicts } = await api.record(RECORD)
    expect(conflicts.map(({ field }) => field).toSorted()).toEqual(['stars', 'title'])
  })

  it('should open a conflict about what both changed, and decide one about what is mended', async () => {
    const { api, edit, find, findIssues, refuse, say } = await open()
    await edit({ stars: 2, title: 'mine' })
    await say({ stars: 1 })
    expect((await api.record(RECORD)).conflicts).toMatchObject([{ field: 'stars' }])
    const fix = await refuse({ stars: 'nine', title: 'said again' })
    await fix({ stars: 4 })

    expect(await find()).toMatchObject([{ city: 'Basel', stars: 4, title: 'mine' }])
    expect((await api.record(RECORD)).conflicts).toMatchObject([
      { current: 'mine', field: 'title', incoming: 'said again' },
    ])
    const issues = (await findIssues()).filter(({ status }) => status === 'open')
    expect(issues).toMatchObject([
      { details: { conflicts: [{ field: 'title' }] }, kind: 'conflict' },
    ])
  })

  it('should bring back no older word', async () => {
    const { find, refuse, say } = await open()
    const fix = await refuse()
    // While a person looks at the form, the provider says it rightly.
    expect(await say({ city: 'Chur', stars: 5 })).toMatchObject({ status: 'completed' })

    await expect(fix({ stars: 4 })).rejects.toMatchObject({ code: 'CHANGED_SINCE' })
    expect(await find()).toMatchObject([{ city: 'Chur', stars: 5 }])
  })

  it('should write only what the person says where something newer is stored', async () => {
    const { find, findOpen, payload, refuse, say } = await open()
    const fix = await refuse()
    const [issue] = await findOpen()
    await say({ city: 'Chur', stars: 5 })
    // As where another run has met it, which knows nothing of the newer word.
    await payload.update({
      id: issue!.id,
      collection: 'syncIssues',
      data: { status: 'open' },
    })
    await fix({ stars: 4 })
    expect(await find()).toMatchObject([{ city: 'Chur', stars: 4 }])
  })

  it('should be valid with both, whichever of the two alone is not', async () => {
    const { find, refuse } = await open({ said: { best: 3 } })
    const fix = await refuse({ best: 1 })
    await fix({ stars: 1 })
    expect(await find()).toMatchObject([{ best: 1, city: 'Basel', stars: 1 }])
  })

  it('should leave a document alone that somebody else has open, or that is in the trash', async () => {
    const { id, asEditor, find, findOpen, payload, refuse } = await open()
    const fix = await refuse()
    const lock = await payload.create({
      collection: 'payload-locked-documents',
      data: {
        document: { relationTo: 'shows', value: id },
        user: { relationTo: 'users', value: asEditor.user.id },
      } as never,
    })
    const data = { email: 'other@example.com', password: 'test' }
    const other = await payload.create({ collection: 'users', data })
    const asOther = await createLocalReq(
      { user: { ...other, collection: 'users' } as never },
      payload,
    )
    for (const req of [asOther, undefined]) {
      await expect(fix({ stars: 4 }, { req })).rejects.toMatchObject({ status: 423 })
    }
    expect(await find()).toMatchObject([{ city: 'Bern', stars: 3 }])
    expect(await findOpen()).toHaveLength(1)
    const { totalDocs } = await payload.count({ collection: 'payload-locked-documents' })
    expect(totalDocs).toBe(1)
    // Their own is no obstacle.
    const own = await createLocalReq({ user: asEditor.user }, payload)
    await payload.update({
      id,
      collection: 'shows',
      data: { deletedAt: new Date().toISOString() },
      overrideLock: false,
      user: asEditor.user,
    })
    await payload.delete({ id: lock.id, collection: 'payload-locked-documents' }).catch(() => {})
    await expect(fix({ stars: 4 }, { req: own })).rejects.toMatchObject({ code: 'DELETED_HERE' })
    await payload.update({
      id,
      collection: 'shows',
      data: { deletedAt: null },
      trash: true,
    })
    await fix({ stars: 4 }, { req: own })
    expect(await find()).toMatchObject([{ city: 'Basel', stars: 4 }])
  })

  it('should bring back nothing that a person has deleted', async () => {
    const { id, api, asEditor, edit, find, payload, refuse } = await open()
    await edit({ note: 'by hand' })
    const fix = await refuse()
    await payload.delete({ id, collection: 'shows', user: asEditor.user })
    await expect(fix({ stars: 4 })).rejects.toMatchObject({ code: 'DELETED_HERE' })
    await api.restore(RECORD)
    await fix({ stars: 4 })
    expect(await find()).toMatchObject([{ city: 'Basel', note: 'by hand', stars: 4 }])
  })

  it('should leave a draft in work alone, and stay a draft where nothing is published', async () => {
    const { edit, find, findOpen, refuse } = await open({ hasDrafts: true })
    await edit({ note: 'in work' }, true)
    const fix = await refuse()
    await expect(fix({ stars: 4 })).rejects.toMatchObject({ code: 'DRAFT_IN_WORK' })
    expect(await find()).toMatchObject([{ _status: 'published', note: null, stars: 3 }])
    expect(await find({ draft: true })).toMatchObject([{ _status: 'draft', note: 'in work' }])
    expect(await findOpen()).toHaveLength(1)

    await edit({ _status: 'draft', note: 'in work' })
    await fix({ stars: 4 })
    const draft = { _status: 'draft', city: 'Basel', note: 'in work', stars: 4 }
    expect(await find({ draft: true })).toMatchObject([draft])
    expect(await find()).toMatchObject([{ _status: 'draft' }])
  })
})
