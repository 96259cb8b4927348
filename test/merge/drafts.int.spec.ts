import type { CollectionConfig } from 'payload'

import { describe, expect, it } from 'vitest'

import type { MergeTest } from './createMergeTest.js'

import { createMergeTest } from './createMergeTest.js'

/** Anew for each project: Payload writes into them. */
const toFields = (): CollectionConfig['fields'] => [
  { name: 'title', type: 'text', required: true },
  { name: 'city', type: 'text' },
  { name: 'essay', type: 'text', localized: true },
  {
    name: 'place',
    type: 'group',
    fields: [
      { name: 'hall', type: 'text' },
      { name: 'seats', type: 'number' },
    ],
  },
  {
    name: 'acts',
    type: 'array',
    fields: [
      { name: 'code', type: 'text' },
      { name: 'name', type: 'text' },
      { name: 'note', type: 'text', localized: true },
    ],
  },
]

const toCollection = () => ({ fields: toFields(), versions: { drafts: true } })

const config = {
  localization: { defaultLocale: 'en', fallback: false, locales: ['en', 'de'] },
}

const FIRST = {
  id: '1',
  acts: [{ name: 'one', code: 'x' }],
  city: 'x',
  place: { hall: 'big', seats: 5 },
  title: 'a',
}

/** Versions of the only document, newest first. */
const findVersions = async ({ payload }: MergeTest) => {
  const { docs } = await payload.findVersions({
    collection: 'shows',
    depth: 0,
    pagination: false,
    sort: '-updatedAt',
  })
  return docs.map(({ latest, version }) => ({ latest, ...version })) as Record<string, unknown>[]
}

type Save = {
  autosave?: boolean
  data: Record<string, unknown>
  draft?: boolean
  locale?: 'de' | 'en'
}

/** Saves the only document as a person in the admin panel does. */
const save = async (test: MergeTest, args: Save): Promise<void> => {
  const [show] = await test.find()
  await test.payload.update({ id: show!.id, collection: 'shows', ...test.asEditor, ...args })
}

it('should publish what is new', async () => {
  const test = await createMergeTest({ collection: toCollection() })
  test.answer([FIRST])
  await test.sync()

  expect(await test.find()).toMatchObject([{ _status: 'published', title: 'a' }])
  expect(await findVersions(test)).toMatchObject([{ _status: 'published', title: 'a' }])
})

it('should make drafts where the resource says so, and keep them in step as drafts', async () => {
  const test = await createMergeTest({ collection: toCollection(), resource: { status: 'draft' } })
  // What is required may be missing in a draft.
  const { title: _, ...untitled } = FIRST
  test.answer([untitled])
  await test.sync()
  expect(await test.find()).toMatchObject([{ _status: 'draft', city: 'x' }])

  await save(test, { data: { essay: 'in work' }, draft: true })
  test.answer([{ ...untitled, city: 'y' }])
  const run = await test.sync()

  expect(run).toMatchObject({ counts: { conflicts: 0, updated: 1 }, status: 'completed' })
  expect(await test.find()).toMatchObject([{ _status: 'draft', city: 'y' }])
  expect(await test.find({ draft: true })).toMatchObject([
    { _status: 'draft', city: 'y', essay: 'in work' },
  ])
})

it("should tell a conflict when a document that is only a draft holds an editor's value", async () => {
  const test = await createMergeTest({ collection: toCollection(), resource: { status: 'draft' } })
  test.answer([FIRST])
  await test.sync()
  await save(test, { data: { city: 'by hand' }, draft: true })

  test.answer([{ ...FIRST, city: 'y' }])
  await test.sync()

  expect(await test.find({ draft: true })).toMatchObject([{ _status: 'draft', city: 'by hand' }])
  expect(await test.findIssues()).toMatchObject([
    { details: { conflicts: [{ current: 'by hand', field: 'city', incoming: 'y' }] } },
  ])
})

it('should leave unpublished what an editor unpublished', async () => {
  const test = await createMergeTest({ collection: toCollection() })
  test.answer([FIRST])
  await test.sync()
  await save(test, { data: { _status: 'draft' } })

  test.answer([{ ...FIRST, city: 'y' }])
  await test.sync()

  expect(await test.find()).toMatchObject([{ _status: 'draft', city: 'y' }])
  expect((await findVersions(test))[0]).toMatchObject({ _status: 'draft', city: 'y' })
})

describe.each([
  ['saved by hand', {}, true],
  ['saved by itself', { autosave: true }, { autosave: true }],
])('beside a draft in work, %s', (_name, saved, drafts) => {
  const inWork = async (): Promise<MergeTest> => {
    const test = await createMergeTest({
      collection: { fields: toFields(), versions: { drafts } },
      config,
    })
    test.answer([FIRST])
    await test.sync()
    await save(test, { data: { essay: 'deutsch, oeffentlich' }, locale: 'de' })
    await save(test, {
      ...saved,
      data: { essay: 'two hours of work', place: { hall: 'own', seats: 5 }, title: 'a, better' },
      draft: true,
    })
    await save(test, { ...saved, data: { essay: 'deutsch, geheim' }, draft: true, locale: 'de' })
    return test
  }

  it('should change the published document and the draft, and copy neither into the other', async () => {
    const test = await inWork()

    test.answer([{ ...FIRST, city: 'y', place: { hall: 'big', seats: 6 } }])
    const run = await test.sync()

    expect(run).toMatchObject({ counts: { conflicts: 0, updated: 1 }, status: 'completed' })
    expect(await test.findIssues()).toEqual([])
    expect(await test.find({ locale: 'all' })).toMatchObject([
      {
        _status: 'published',
        city: 'y',
        essay: { de: 'deutsch, oeffentlich' },
        place: { hall: 'big', seats: 6 },
        title: 'a',
      },
    ])
    expect((await test.find({ locale: 'all' }))[0]!.essay).not.toHaveProperty(
      'en',
      'two hours of work',
    )
    expect(await test.find({ draft: true, locale: 'all' })).toMatchObject([
      {
        _status: 'draft',
        city: 'y',
        essay: { de: 'deutsch, geheim', en: 'two hours of work' },
        place: { hall: 'own', seats: 6 },
        title: 'a, better',
      },
    ])
    const [newest, published, ...older] = await findVersions(test)
    expect(newest).toMatchObject({ _status: 'draft', city: 'y', latest: true, title: 'a, better' })
    expect(published).toMatchObject({ _status: 'published', city: 'y', title: 'a' })
    expect(published).not.toMatchObject({ latest: true })
    expect(older.filter(({ latest }) => latest)).toEqual([])
  })

  it("should leave the draft's own value alone where the provider changes the published one", async () => {
    const test = await inWork()

    test.answer([{ ...FIRST, title: 'b' }])
    await test.sync()
    test.answer([{ ...FIRST, title: 'c' }])
    await test.sync()

    expect(await test.findIssues()).toEqual([])
    expect(await test.find()).toMatchObject([{ _status: 'published', title: 'c' }])
    expect(await test.find({ draft: true })).toMatchObject([
      { _status: 'draft', essay: 'two hours of work', title: 'a, better' },
    ])
  })

  it('should publish the draft with all of it when its editor does', async () => {
    const test = await inWork()
    test.answer([{ ...FIRST, city: 'y' }])
    await test.sync()

    await save(test, { data: { _status: 'published' } })

    expect(await test.find()).toMatchObject([
      { _status: 'published', city: 'y', essay: 'two hours of work', title: 'a, better' },
    ])
  })

  it('should merge rows into the draft one by one', async () => {
    const test = await inWork()
    const [draft] = await test.find({ draft: true })
    const acts = draft!.acts as Record<string, unknown>[]
    await save(test, {
      ...saved,
      data: { acts: acts.map((act) => ({ ...act, note: 'secret' })) },
      draft: true,
    })

    test.answer([
      {
        ...FIRST,
        acts: [
          { name: 'uno', code: 'x' },
          { name: 'two', code: 'y' },
        ],
      },
    ])
    await test.sync()

    const [published] = await test.find()
    expect(published!.acts).toMatchObject([{ name: 'uno' }, { name: 'two' }])
    expect(JSON.stringify(published)).not.toContain('secret')
    expect((await test.find({ draft: true }))[0]!.acts).toMatchObject([
      { name: 'uno', note: 'secret' },
      { name: 'two' },
    ])
  })
})

it.each([
  [1, 'by hand', { drafts: true }, {}],
  [2, 'by hand', { drafts: true }, {}],
  [1, 'by itself', { drafts: { autosave: true } }, { autosave: true }],
])(
  'should lose no draft where no more than %i of its versions are kept, saved %s',
  async (maxPerDoc, _how, versions, saved) => {
    const test = await createMergeTest({
      collection: { fields: toFields(), versions: { ...versions, maxPerDoc } },
      config,
    })
    test.answer([FIRST])
    await test.sync()
    const [show] = await test.find()
    await save(test, {
      ...saved,
      data: {
        acts: (show!.acts as object[]).map((act) => ({ ...act, note: 'secret' })),
        essay: 'two hours of work',
        title: 'a, better',
      },
      draft: true,
    })
    await save(test, { ...saved, data: { essay: 'deutsch, geheim' }, draft: true, locale: 'de' })

    for (const city of ['y', 'z']) {
      test.answer([{ ...FIRST, city }])
      const run = await test.sync()

      expect(run).toMatchObject({ counts: { conflicts: 0, updated: 1 }, status: 'completed' })
      expect(await test.find()).toMatchObject([{ _status: 'published', city, title: 'a' }])
      expect(await test.find({ draft: true, locale: 'all' })).toMatchObject([
        {
          _status: 'draft',
          acts: [{ name: 'one', note: { en: 'secret' } }],
          city,
          essay: { de: 'deutsch, geheim', en: 'two hours of work' },
          title: 'a, better',
        },
      ])
      const latest = (await findVersions(test)).filter((version) => version.latest)
      expect(latest).toMatchObject([{ _status: 'draft', city, title: 'a, better' }])
    }
  },
)

it('should run validation and hooks for the document that is published', async () => {
  const seen: unknown[] = []
  const test = await createMergeTest({
    collection: {
      ...toCollection(),
      hooks: {
        afterChange: [({ doc }) => void seen.push([doc._status, doc.city, doc.title])],
      },
    },
  })
  test.answer([FIRST])
  await test.sync()
  await save(test, { data: { title: 'a, better' }, draft: true })
  seen.length = 0

  test.answer([{ ...FIRST, city: 'y' }])
  await test.sync()

  expect(seen).toEqual([
    ['published', 'y', 'a'],
    ['draft', 'y', 'a, better'],
  ])
})
