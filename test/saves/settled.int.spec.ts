import { expect, it } from 'vitest'

import type { Gate } from '../chaos/project/createGate.js'
import type { MergeTest } from '../merge/createMergeTest.js'

import { getAdapter } from '../../src/sync/store/Database.js'
import { createGate } from '../chaos/project/createGate.js'
import { createMergeTest } from '../merge/createMergeTest.js'
import { waitFor } from '../project/waitFor.js'

type SettledTest = {
  /** A save stops before it is stored, until a batch waits for its document. */
  saveBefore: (save: () => Promise<unknown>) => Promise<{ run: Awaited<Syncing> }>
} & MergeTest

type Syncing = ReturnType<MergeTest['sync']>

/** Shows, of which a save can be stopped when it has the document. */
const open = async (): Promise<SettledTest> => {
  let gate: Gate | undefined
  let isReached = false
  const test = await createMergeTest({
    collection: {
      fields: [
        { name: 'title', type: 'text' },
        { name: 'city', type: 'text' },
      ],
      hooks: {
        beforeChange: [
          async ({ context, data }) => {
            if (gate && !context.sync) {
              isReached = true
              await gate.opened
            }
            return context.isPublished ? { ...data, _status: 'published' } : data
          },
        ],
      },
      versions: { drafts: true },
    },
    options: { absence: { after: 1, onMissing: 'unpublish' } },
  })
  return {
    ...test,
    saveBefore: async (save) => {
      gate = createGate()
      const saving = save()
      await waitFor({ event: 'a save in its hooks', look: () => isReached })
      const syncing = test.sync()
      // By then the database has looked once whether the two wait for each other, and does not
      // look for the batch again: it would be the save that is ended.
      await waitFor({
        event: 'a batch that waits for a save',
        look: async () => {
          const { rows } = await getAdapter(test.payload).pool.query(
            `select 1 from pg_stat_activity
             where datname = current_database() and wait_event_type = 'Lock'
               and clock_timestamp() - query_start
                 > 1.5 * current_setting('deadlock_timeout')::interval`,
          )
          return rows.length > 0
        },
      })
      gate.open()
      const [run] = await Promise.all([syncing, saving])
      return { run }
    },
  }
}

const toRows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: String(index), city: 'Bern', title: 'said' }))

it('should keep a save that settles a conflict while a batch waits for the document', async () => {
  const test = await open()
  const { asEditor, payload } = test
  test.answer([{ id: '1', city: 'Bern', title: 'said' }])
  await test.sync()
  const [show] = await test.find()
  const save = (title: string) =>
    payload.update({ id: show!.id, collection: 'shows', ...asEditor, data: { title } })
  await save('mine')
  test.answer([{ id: '1', city: 'Bern', title: 'said again' }])
  await test.sync()
  expect(await test.findIssues()).toMatchObject([{ kind: 'conflict', status: 'open' }])

  test.answer([{ id: '1', city: 'Basel', title: 'said again' }])
  const { run } = await test.saveBefore(() => save('said again'))

  expect(run).toMatchObject({ counts: { conflicts: 0, updated: 1 }, status: 'completed' })
  expect(await test.find()).toMatchObject([{ city: 'Basel', title: 'said again' }])
  expect(await test.findIssues()).toMatchObject([{ kind: 'conflict', status: 'resolved' }])
})

type Return = (args: { id: number; test: MergeTest; versionId: string }) => Promise<unknown>

/** Ways to publish a document. What a hook does is not known before the document is held. */
const RETURNS: Record<string, Return> = {
  'a hook of the project publishes': ({ id, test: { asEditor, payload } }) =>
    payload.update({
      id,
      collection: 'shows',
      ...asEditor,
      context: { isPublished: true },
      data: { title: 'said' },
    }),
  'a version is restored': ({ test: { asEditor, payload }, versionId }) =>
    payload.restoreVersion({ id: versionId, collection: 'shows', ...asEditor }),
}

it.each(Object.entries(RETURNS))(
  'should keep a document that comes back because %s, while a batch waits for it',
  async (_name, bringBack) => {
    const test = await open()
    test.answer(toRows(6))
    await test.sync()
    const { docs: versions } = await test.payload.findVersions({
      collection: 'shows',
      where: { 'version.externalId': { equals: '5' } },
    })
    test.answer(toRows(5))
    await test.sync()
    const last = (await test.find()).at(-1)!
    expect(last).toMatchObject({ _status: 'draft', externalId: '5' })

    test.answer(toRows(6).map((row) => ({ ...row, city: 'Basel' })))
    const ids = { id: last.id as number, versionId: versions[0]!.id }
    const { run } = await test.saveBefore(() => bringBack({ ...ids, test }))

    expect(run).toMatchObject({ counts: { updated: 6 }, status: 'completed' })
    const shows = await test.find()
    expect(shows.map(({ _status, city }) => [_status, city])).toEqual(
      Array.from({ length: 6 }, () => ['published', 'Basel']),
    )
  },
)

it('should not unpublish a document of which somebody is saving a draft', async () => {
  const test = await open()
  const { asEditor, payload } = test
  test.answer(toRows(6))
  await test.sync()
  const { id } = (await test.find()).at(-1)!

  test.answer(toRows(5))
  const data = { city: 'mine' }
  const { run } = await test.saveBefore(() =>
    payload.update({ id, collection: 'shows', ...asEditor, data, draft: true }),
  )

  expect(run).toMatchObject({ counts: { missing: 1 }, status: 'completed' })
  expect((await test.find()).at(-1)).toMatchObject({ _status: 'published', city: 'Bern' })
  expect((await test.find({ draft: true })).at(-1)).toMatchObject({ _status: 'draft', ...data })
  expect(await test.findIssues()).toMatchObject([{ details: { removal: 'flagged' } }])
})
