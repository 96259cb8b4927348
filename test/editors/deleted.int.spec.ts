import { createLocalReq } from 'payload'
import { describe, expect, it } from 'vitest'

import type { MergeTest } from '../merge/createMergeTest.js'

import { getSync } from '../../src/index.js'
import { reference } from '../../src/sdk/index.js'
import { rebuildResource } from '../../src/sync/operations/records/rebuildResource.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createMergeTest } from '../merge/createMergeTest.js'

const TAG = { externalId: '2', provider: 'own', resource: 'tags' }

/** Three shows that point to the second of two tags, and bring a stub of it along. */
const open = async (onLocalDelete?: 'keepAway' | 'recreate'): Promise<MergeTest> => {
  const test = await createMergeTest({
    collection: {
      fields: [
        { name: 'title', type: 'text' },
        { name: 'tag', type: 'relationship', relationTo: 'tags' },
      ],
      trash: true,
    },
    map: ({ title }) => ({
      tag: reference({ externalId: '2', resource: 'tags', stub: { name: 'stub' } }),
      title,
    }),
    more: { tags: [{ name: 'note', type: 'text' }] },
    options: { onLocalDelete },
  })
  sayTags(test, 'Tag')
  await test.sync('tags')
  sayShows(test, 'said 1')
  await test.sync()
  return test
}

const sayTags = ({ answer }: MergeTest, name: string): void =>
  answer(
    ['1', '2'].map((id) => ({ id, name })),
    'tags',
  )

const sayShows = ({ answer }: MergeTest, title: string): void =>
  answer(['1', '2', '3'].map((id) => ({ id, title })))

const findOpen = async ({ findIssues }: MergeTest) =>
  (await findIssues()).filter(({ status }) => status === 'open')

const deleteTag = async ({ asEditor, find, payload }: MergeTest): Promise<void> => {
  const tag = (await find({ slug: 'tags' })).find(({ externalId }) => externalId === '2')!
  await payload.delete({ id: tag.id, collection: 'tags', user: asEditor.user })
}

describe('a document that a person has deleted', () => {
  it('should stay away, be explained once, and come back as it was', async () => {
    const test = await open()
    const sync = getSync(test.payload)
    const [, tag] = await test.find({ slug: 'tags' })
    await test.payload.update({
      id: tag!.id,
      collection: 'tags',
      ...test.asEditor,
      data: { name: 'Mine', note: 'by hand' },
    })
    await deleteTag(test)

    for (const name of ['Tag', 'Tag, again']) {
      sayTags(test, name)
      expect(await test.sync('tags')).toMatchObject({
        counts: { created: 0, deferred: 1, fetched: 2 },
        status: 'completed',
      })
    }
    expect(await test.sync()).toMatchObject({ counts: { created: 0, fetched: 3 } })
    expect(await test.find({ slug: 'tags' })).toMatchObject([{ externalId: '1' }])
    expect(await test.find()).toMatchObject([{ tag: null }, { tag: null }, { tag: null }])
    expect(await findOpen(test)).toMatchObject([
      { externalId: '2', kind: 'reference', resource: 'tags' },
    ])
    expect(await test.sync()).toMatchObject({ counts: { unchanged: 3 } })
    const { id } = test.asEditor.user
    expect(await sync.deleted()).toMatchObject({
      docs: [{ ...TAG, collection: 'tags', deletedBy: { id, collection: 'users' } }],
      totalDocs: 1,
    })
    expect(await sync.deleted({ resource: 'shows' })).toEqual({ docs: [], totalDocs: 0 })

    const stranger = await createLocalReq({}, test.payload)
    await expect(sync.restore({ ...TAG, req: stranger })).rejects.toThrow()
    const restored = await sync.restore(TAG)
    const back = { id: restored, name: 'Mine', externalId: '2', note: 'by hand' }
    expect(await test.find({ slug: 'tags' })).toMatchObject([{}, back])
    // The provider has said something else meanwhile.
    expect(await findOpen(test)).toMatchObject([
      { details: { conflicts: [{ current: 'Mine', incoming: 'Tag, again' }] }, kind: 'conflict' },
    ])
    await test.sync()
    expect(await test.find()).toMatchObject([1, 2, 3].map(() => ({ tag: restored })))
    expect(await sync.deleted()).toMatchObject({ totalDocs: 0 })
    await expect(sync.restore(TAG)).rejects.toMatchObject({ code: 'UNKNOWN_RECORD' })
  })

  it('should be created again where the project says so, or where it vanished', async () => {
    const test = await open('recreate')
    await deleteTag(test)
    expect(await test.sync('tags')).toMatchObject({ counts: { created: 1, deferred: 0 } })
    await test.sync()
    const [, tag] = await test.find({ slug: 'tags' })
    expect(await test.find()).toMatchObject([1, 2, 3].map(() => ({ tag: tag!.id })))
    expect(await findOpen(test)).toEqual([])

    const kept = await open()
    await getAdapter(kept.payload).pool.query(`delete from tags where external_id = '2'`)
    expect(await kept.sync('tags')).toMatchObject({ counts: { created: 1, deferred: 0 } })
    await kept.sync()
    const [, again] = await kept.find({ slug: 'tags' })
    expect(await kept.find()).toMatchObject([1, 2, 3].map(() => ({ tag: again!.id })))

    // All of a resource is read into place again, and what was deleted where that is asked for.
    await deleteTag(kept)
    const rebuild = async (includesDeleted: boolean) => {
      const { payload } = kept
      await rebuildResource({ includesDeleted, payload, provider: 'own', resource: 'tags' })
      await drainSync({ payload })
      return await kept.find({ slug: 'tags' })
    }
    await getAdapter(kept.payload).pool.query(`delete from tags where external_id = '1'`)
    expect(await rebuild(false)).toMatchObject([{ externalId: '1' }])
    expect(await rebuild(true)).toMatchObject([{ externalId: '1' }, { externalId: '2' }])
  })

  it('should be left alone in the trash, and be up to date when it is taken out', async () => {
    const test = await open()
    const [show] = await test.find()
    const put = (deletedAt: null | string) =>
      test.payload.update({
        id: show!.id,
        collection: 'shows',
        data: { deletedAt },
        trash: true,
      })
    await put(new Date().toISOString())
    sayShows(test, 'said 2')

    expect(await test.sync()).toMatchObject({ counts: { deferred: 1, updated: 2 } })
    expect(await test.sync()).toMatchObject({ counts: { deferred: 1, unchanged: 2 } })
    expect(await test.find()).toHaveLength(2)

    await put(null)
    expect(await test.find()).toMatchObject([{ title: 'said 1' }, {}, {}])
    expect(await test.sync()).toMatchObject({ counts: { deferred: 0, updated: 1 } })
    expect(await test.find()).toMatchObject([{ title: 'said 2' }, {}, {}])
    expect(await findOpen(test)).toEqual([])
  })

  it('should come back as it was also after a try that failed', async () => {
    const failures: Error[] = []
    const test = await createMergeTest({
      collection: {
        fields: [
          { name: 'title', type: 'text' },
          { name: 'note', type: 'text' },
          { name: 'size', type: 'select', options: ['small', 'large'] },
        ],
        hooks: {
          beforeChange: [
            ({ operation }) => {
              const failure = operation === 'create' ? failures.pop() : undefined
              if (failure) {
                throw failure
              }
            },
          ],
        },
      },
    })
    const { answer, asEditor, find, payload } = test
    answer([{ id: '1', title: 'said' }])
    await test.sync()
    const record = { externalId: '1', provider: 'own', resource: 'shows' }
    const edit = async (data: object) => {
      const [show] = await find()
      await payload.update({ id: show!.id, collection: 'shows', data, user: asEditor.user })
      await payload.delete({ id: show!.id, collection: 'shows', user: asEditor.user })
    }
    const { restore } = getSync(payload)

    await edit({ note: 'by hand', title: 'mine' })
    for (const failure of [
      Object.assign(new Error('deadlock detected'), { code: '40P01' }),
      new Error('Connection terminated unexpectedly'),
      new Error('a service of the project does not answer'),
    ]) {
      failures.push(failure)
      await expect(restore(record)).rejects.toThrow(failure.message)
      expect(await find()).toEqual([])
    }
    await restore(record)
    expect(await find()).toMatchObject([{ note: 'by hand', title: 'mine' }])

    // What the collection does not take any more comes back as its provider says.
    await edit({ size: 'large', title: 'mine' })
    const sizes = payload.collections.shows!.config.flattenedFields.find(
      (field) => 'name' in field && field.name === 'size',
    )
    Object.assign(sizes!, { options: [{ label: 'Small', value: 'small' }] })
    await restore(record)
    expect(await find()).toMatchObject([{ note: null, size: null, title: 'said' }])
  })
})
