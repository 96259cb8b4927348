import { describe, expect, it } from 'vitest'

import type { MergeTest } from './createMergeTest.js'

import { reference } from '../../src/sdk/index.js'
import { createMergeTest } from './createMergeTest.js'

type Row = Record<string, unknown>

const toTag = (id: unknown) => reference({ externalId: String(id), resource: 'tags' })

/** Rows are told apart by `no`, and point to the tag of that number. */
const open = async (): Promise<MergeTest> => {
  const test = await createMergeTest({
    collection: {
      fields: [
        {
          name: 'rows',
          type: 'array',
          fields: [
            { name: 'no', type: 'text' },
            { name: 'note', type: 'text' },
            { name: 'tag', type: 'relationship', relationTo: 'tags' },
            { name: 'any', type: 'relationship', hasMany: true, relationTo: ['tags', 'users'] },
          ],
        },
      ],
    },
    map: () => ({
      rows: [1, 2].map((no) => ({
        any: [toTag(no)],
        no: String(no),
        note: 'said',
        tag: toTag(no),
      })),
    }),
    more: { tags: [] },
    options: { onLocalDelete: 'recreate' },
    resource: { rowId: { rows: 'no' } },
  })
  sayTags(test, ['1', '2'])
  await test.sync('tags')
  test.answer([{ id: '1' }])
  await test.sync()
  return test
}

const sayTags = ({ answer }: MergeTest, ids: string[]): void =>
  answer(
    ids.map((id) => ({ id, name: 'tag' })),
    'tags',
  )

const findRows = async ({ find }: MergeTest): Promise<Row[]> => (await find())[0]!.rows as Row[]

const edit = async (test: MergeTest, change: (rows: Row[]) => Row[]): Promise<void> => {
  const [show] = await test.find()
  const rows = change(show!.rows as Row[])
  const { asEditor, payload } = test
  await payload.update({ id: show!.id, collection: 'shows', ...asEditor, data: { rows } })
}

/** The id of the second tag in its new document. */
const deleteAndBringBack = async (test: MergeTest): Promise<unknown> => {
  const [, two] = await test.find({ slug: 'tags' })
  await test.payload.delete({ id: two!.id, collection: 'tags' })
  await test.sync()
  await test.sync('tags')
  await test.sync()
  const [, again] = await test.find({ slug: 'tags' })
  expect(again!.id).not.toBe(two!.id)
  expect((await test.findIssues()).filter(({ status }) => status === 'open')).toEqual([])
  return again!.id
}

const toTargets = (id: unknown) => ({ any: [{ relationTo: 'tags', value: id }], tag: id })

describe('a reference in a row, whose target was deleted and comes back', () => {
  it('should lead there again', async () => {
    const test = await open()
    const id = await deleteAndBringBack(test)

    expect(await findRows(test)).toMatchObject([{ no: '1' }, { no: '2', ...toTargets(id) }])
  })

  it('should lead there again beside what an editor changed in the list', async () => {
    const test = await open()
    await edit(test, (rows) => [
      ...rows.map((row) => ({ ...row, note: 'by hand' })),
      { no: '9', note: 'own' },
    ])
    // The list differs from what the provider says by then.
    await test.sync()
    const id = await deleteAndBringBack(test)

    expect(await findRows(test)).toMatchObject([
      { no: '1', note: 'by hand' },
      { no: '2', note: 'by hand', ...toTargets(id) },
      { no: '9', note: 'own' },
    ])
  })

  it('should lead there again where an editor changed the list after it', async () => {
    const test = await open()
    const [, two] = await test.find({ slug: 'tags' })
    await test.payload.delete({ id: two!.id, collection: 'tags' })
    await edit(test, (rows) => rows.map((row) => ({ ...row, note: 'by hand' })))
    await test.sync()
    await test.sync('tags')
    await test.sync()

    const [, again] = await test.find({ slug: 'tags' })
    expect(await findRows(test)).toMatchObject([
      { no: '1', note: 'by hand' },
      { no: '2', note: 'by hand', ...toTargets(again!.id) },
    ])
  })
})
