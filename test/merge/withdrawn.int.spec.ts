import type { CollectionConfig } from 'payload'

import { describe, expect, it } from 'vitest'

import type { MergeTest } from './createMergeTest.js'

import { createMergeTest } from './createMergeTest.js'

const config = {
  localization: { defaultLocale: 'en', fallback: false, locales: ['en', 'de'] },
}

/** Anew for each project: Payload writes into them. */
const toFields = (): CollectionConfig['fields'] => [
  { name: 'title', type: 'text' },
  { name: 'city', type: 'text' },
  { name: 'note', type: 'text' },
]

const toRichFields = (): CollectionConfig['fields'] => [
  ...toFields(),
  { name: 'essay', type: 'text', localized: true },
  { name: 'acts', type: 'array', fields: [{ name: 'name', type: 'text' }] },
]

/** Each is written in a way of its own. */
const WAYS = { 'documents in languages': toRichFields, 'flat documents': toFields }

const toRows = (count: number, said: Record<string, unknown>) =>
  Array.from({ length: count }, (_, index) => ({ id: String(index), city: 'x', ...said }))

/** Six published shows, of which the provider has stopped to list the last. */
const unpublishLast = async (
  collection: Omit<CollectionConfig, 'slug'>,
  said: Record<string, unknown> = { title: 'said' },
): Promise<MergeTest> => {
  const test = await createMergeTest({
    collection: { versions: { drafts: true }, ...collection },
    config,
    options: { absence: { after: 1, onMissing: 'unpublish' } },
  })
  test.answer(toRows(6, said))
  await test.sync()
  test.answer(toRows(5, said))
  await test.sync()
  expect((await findLast(test)).published).toMatchObject({ _status: 'draft' })
  return test
}

const findLast = async ({ find }: MergeTest, locale = 'en') => ({
  draft: (await find({ draft: true, locale })).at(-1)!,
  published: (await find({ locale })).at(-1)!,
})

type Save = {
  autosave?: boolean
  data: Record<string, unknown>
  draft?: boolean
  locale?: 'de'
}

const saveLast = async (test: MergeTest, save: Save): Promise<void> => {
  const { id } = (await findLast(test)).published
  await test.payload.update({ id, collection: 'shows', ...test.asEditor, ...save })
}

describe.each(Object.entries(WAYS))('when a record is back, of %s', (_way, fieldsOf) => {
  it.each([
    ['saved by hand', { data: { note: 'in work' }, draft: true }],
    ['saved by itself', { autosave: true, data: { note: 'in work' }, draft: true }],
    ['saved by a client that does not say that it is a draft', { data: { note: 'in work' } }],
  ])('should publish what was published, and keep a draft in work, %s', async (_name, save) => {
    const drafts = 'autosave' in save ? { autosave: true } : true
    const test = await unpublishLast({ fields: fieldsOf(), versions: { drafts } })
    await saveLast(test, save)

    test.answer(toRows(6, { city: 'y', title: 'said' }))
    expect(await test.sync()).toMatchObject({ counts: { updated: 6 }, status: 'completed' })

    const { draft, published } = await findLast(test)
    expect(published).toMatchObject({ _status: 'published', city: 'y', note: null, title: 'said' })
    expect(draft).toMatchObject({ _status: 'draft', city: 'y', note: 'in work', title: 'said' })
    expect(await test.sync()).toMatchObject({ counts: { unchanged: 6 } })
    expect((await findLast(test)).draft).toEqual(draft)
  })

  it("should publish the provider's value beside a draft with an editor's own", async () => {
    const test = await unpublishLast({ fields: fieldsOf() })
    await saveLast(test, { data: { title: 'mine' }, draft: true })

    test.answer(toRows(6, { title: 'said again' }))
    expect(await test.sync()).toMatchObject({ counts: { conflicts: 0 }, status: 'completed' })

    const { draft, published } = await findLast(test)
    expect(published).toMatchObject({ _status: 'published', title: 'said again' })
    expect(draft).toMatchObject({ _status: 'draft', title: 'mine' })
    const issues = await test.findIssues()
    expect(issues.filter(({ status }) => status === 'open')).toEqual([])
  })

  it('should leave no draft where nobody has saved anything, or nothing else', async () => {
    const test = await unpublishLast({ fields: fieldsOf() })
    await saveLast(test, { data: {}, draft: true })

    test.answer(toRows(6, { title: 'said again' }))
    await test.sync()

    const { draft, published } = await findLast(test)
    expect(published).toMatchObject({ _status: 'published', title: 'said again' })
    expect(draft).toEqual(published)
  })
})

it('should know what was published where its version is not kept', async () => {
  const test = await unpublishLast({
    fields: toRichFields(),
    versions: { drafts: true, maxPerDoc: 1 },
  })
  await saveLast(test, { data: { note: 'in work' }, draft: true })

  test.answer(toRows(6, { city: 'y', title: 'said' }))
  await test.sync()

  const { draft, published } = await findLast(test)
  expect(published).toMatchObject({ _status: 'published', city: 'y', note: null })
  expect(draft).toMatchObject({ _status: 'draft', city: 'y', note: 'in work' })
})

it('should publish no rows and no language that an editor has in work', async () => {
  const said = { acts: [{ name: 'one' }], title: 'said' }
  const test = await unpublishLast({ fields: toRichFields() }, said)
  await saveLast(test, { data: { acts: [{ name: 'mine' }] } })
  await saveLast(test, { data: { essay: 'deutsch' }, locale: 'de' })

  test.answer(toRows(6, said))
  await test.sync()

  const { draft, published } = await findLast(test, 'de')
  expect(published).toMatchObject({ _status: 'published', acts: [{ name: 'one' }], essay: null })
  expect(draft).toMatchObject({ _status: 'draft', acts: [{ name: 'mine' }], essay: 'deutsch' })
})

it('should keep no draft of what a hook of the project makes of an unpublished document', async () => {
  const test = await unpublishLast({
    fields: toFields(),
    hooks: {
      beforeChange: [
        ({ data }) => ({ ...data, note: data._status === 'draft' ? 'withdrawn' : null }),
      ],
    },
  })
  expect((await findLast(test)).published).toMatchObject({ note: 'withdrawn' })

  test.answer(toRows(6, { title: 'said' }))
  await test.sync()

  const { draft, published } = await findLast(test)
  expect(published).toMatchObject({ _status: 'published', note: null })
  expect(draft).toEqual(published)
})
