import type { CollectionConfig } from 'payload'

import { describe, expect, it } from 'vitest'

import type { MergeTest } from './createMergeTest.js'

import { reference } from '../../src/sdk/index.js'
import { createMergeTest } from './createMergeTest.js'

const config = {
  localization: { defaultLocale: 'en', fallback: false, locales: ['en', 'de'] },
}

type Rows = Record<string, unknown>[]

/** Anew for each project: Payload writes into them. */
const toTracks = (): CollectionConfig['fields'][number] => ({
  name: 'tracks',
  type: 'array',
  fields: [
    { name: 'isrc', type: 'text' },
    { name: 'name', type: 'text', localized: true },
    { name: 'price', type: 'number' },
    { name: 'comment', type: 'text' },
  ],
})

const findTracks = async ({ find }: MergeTest, locale?: string): Promise<Rows> =>
  (await find({ locale }))[0]!.tracks as Rows

type Save = { data: Record<string, unknown>; locale?: 'de' | 'en' }

const save = async ({ asEditor, find, payload }: MergeTest, args: Save): Promise<void> => {
  const [show] = await find()
  await payload.update({ id: show!.id, collection: 'shows', ...asEditor, ...args })
}

const A = { name: 'one', isrc: 'A', price: 1 }
const B = { name: 'two', isrc: 'B', price: 2 }

describe('a list of rows that is one value', () => {
  it('should follow the provider, and keep what other locales say of a row', async () => {
    const test = await createMergeTest({ collection: { fields: [toTracks()] }, config })
    test.answer([{ id: '1', tracks: [A, B] }])
    await test.sync()
    const tracks = await findTracks(test)
    await save(test, {
      data: {
        tracks: tracks.map((track) => ({ ...track, name: `${String(track.isrc)} deutsch` })),
      },
      locale: 'de',
    })

    test.answer([
      { id: '1', tracks: [{ name: 'new', isrc: 'C', price: 3 }, { ...A, name: 'uno' }, B] },
    ])
    const run = await test.sync()

    expect(run).toMatchObject({ counts: { conflicts: 0, updated: 1 }, status: 'completed' })
    expect(await test.findIssues()).toEqual([])
    expect(await findTracks(test, 'all')).toMatchObject([
      { name: { en: 'new' }, isrc: 'C' },
      { name: { de: 'A deutsch', en: 'uno' }, isrc: 'A' },
      { name: { de: 'B deutsch', en: 'two' }, isrc: 'B' },
    ])
    expect((await test.sync()).counts).toMatchObject({ unchanged: 1, updated: 0 })
  })

  it('should tell a conflict when an editor and the provider both changed it', async () => {
    const test = await createMergeTest({ collection: { fields: [toTracks()] }, config })
    test.answer([{ id: '1', tracks: [A] }])
    await test.sync()
    const [track] = await findTracks(test)
    await save(test, { data: { tracks: [{ ...track, price: 9 }] } })

    test.answer([{ id: '1', tracks: [{ ...A, price: 5 }] }])
    await test.sync()

    expect(await findTracks(test)).toMatchObject([{ price: 9 }])
    expect(await test.findIssues()).toMatchObject([{ kind: 'conflict', status: 'open' }])
  })
})

describe('a list of rows that are told apart', () => {
  const open = async (): Promise<MergeTest> => {
    const test = await createMergeTest({
      collection: { fields: [toTracks()] },
      config,
      resource: { rowId: { tracks: 'isrc' } },
    })
    test.answer([{ id: '1', tracks: [A, B] }])
    await test.sync()
    return test
  }

  it("should hold an editor's price in one row and the provider's in another", async () => {
    const test = await open()
    const [a, b] = await findTracks(test)
    await save(test, {
      data: {
        tracks: [
          { name: 'mine', isrc: 'OWN', price: 0 },
          { ...a, comment: 'a good one', price: 9 },
          { ...b, comment: 'better' },
        ],
      },
    })

    test.answer([{ id: '1', tracks: [{ name: 'new', isrc: 'C' }, { ...B, price: 5 }, A] }])
    const run = await test.sync()

    expect(run.counts).toMatchObject({ conflicts: 0, updated: 1 })
    expect(await findTracks(test)).toMatchObject([
      { name: 'new', isrc: 'C' },
      { id: b!.id, comment: 'better', isrc: 'B', price: 5 },
      { id: a!.id, comment: 'a good one', isrc: 'A', price: 9 },
      { name: 'mine', isrc: 'OWN' },
    ])
    expect(await test.findIssues()).toEqual([])
  })

  it('should tell the row and the field in which both changed something', async () => {
    const test = await open()
    const [a, b] = await findTracks(test)
    await save(test, { data: { tracks: [{ ...a, price: 9 }, b] } })

    test.answer([{ id: '1', tracks: [{ ...A, name: 'uno', price: 5 }, B] }])
    await test.sync()

    expect(await findTracks(test)).toMatchObject([{ name: 'uno', price: 9 }, { price: 2 }])
    expect(await test.findIssues()).toMatchObject([
      {
        details: {
          conflicts: [{ base: 1, current: 9, field: 'tracks.A.price', incoming: 5 }],
        },
        kind: 'conflict',
      },
    ])
  })

  it('should take out what the provider dropped, unless an editor changed it', async () => {
    const test = await open()
    const tracks = await findTracks(test)
    test.answer([{ id: '1', tracks: [A] }])
    await test.sync()
    expect(await findTracks(test)).toMatchObject([{ id: tracks[0]!.id, isrc: 'A' }])

    await save(test, { data: { tracks: [{ ...tracks[0], comment: 'keep this' }] } })
    test.answer([{ id: '1', tracks: [] }])
    await test.sync()

    expect(await findTracks(test)).toMatchObject([{ comment: 'keep this', isrc: 'A' }])
    expect(await test.findIssues()).toMatchObject([
      { details: { conflicts: [{ field: 'tracks.A', incoming: null }] }, kind: 'conflict' },
    ])
  })

  it('should leave out what an editor took out, and bring no row twice', async () => {
    const test = await open()
    const [a] = await findTracks(test)
    await save(test, { data: { tracks: [a] } })

    test.answer([{ id: '1', tracks: [{ ...A, price: 7 }, B] }])
    await test.sync()

    expect(await findTracks(test)).toMatchObject([{ isrc: 'A', price: 7 }])
  })

  it('should take a row that a hook rewrites for nobody’s change', async () => {
    const tracks = toTracks() as { fields: { hooks?: unknown; name: string }[] }
    tracks.fields[1]!.hooks = {
      beforeChange: [({ value }: { value?: string }) => value?.toUpperCase()],
    }
    const test = await createMergeTest({
      collection: { fields: [tracks as unknown as CollectionConfig['fields'][number]] },
      resource: { rowId: { tracks: 'isrc' } },
    })
    test.answer([{ id: '1', tracks: [A, B] }])
    await test.sync()
    test.answer([{ id: '1', tracks: [{ ...A, price: 5 }, B] }])
    await test.sync()

    test.answer([{ id: '1', tracks: [{ ...A, name: 'uno', price: 5 }] }])
    const run = await test.sync()

    expect(run.counts).toMatchObject({ conflicts: 0, updated: 1 })
    expect(await findTracks(test)).toMatchObject([{ name: 'UNO', isrc: 'A', price: 5 }])
    expect(await findTracks(test)).toHaveLength(1)
  })
})

describe('localized fields, wherever they are', () => {
  it('should be written and compared in the default locale, and leave the others alone', async () => {
    const test = await createMergeTest({
      collection: {
        fields: [
          {
            name: 'place',
            type: 'group',
            fields: [{ name: 'hall', type: 'text' }],
            localized: true,
          },
          {
            type: 'tabs',
            tabs: [{ name: 'more', fields: [{ name: 'motto', type: 'text', localized: true }] }],
          },
          {
            name: 'parts',
            type: 'array',
            fields: [{ name: 'name', type: 'text' }],
            localized: true,
          },
          {
            name: 'body',
            type: 'blocks',
            blocks: [
              {
                slug: 'quote',
                fields: [
                  { name: 'text', type: 'text', localized: true },
                  {
                    name: 'by',
                    type: 'group',
                    fields: [{ name: 'role', type: 'text', localized: true }],
                  },
                ],
              },
            ],
          },
        ],
      },
      config,
    })
    const toShow = (word: string) => ({
      id: '1',
      body: [{ blockType: 'quote', by: { role: `role ${word}` }, text: `text ${word}` }],
      more: { motto: `motto ${word}` },
      parts: [{ name: `part ${word}` }],
      place: { hall: `hall ${word}` },
    })
    test.answer([toShow('one')])
    await test.sync()
    const [show] = await test.find()
    const [quote] = show!.body as Rows
    await save(test, {
      data: {
        body: [{ ...quote, by: { role: 'Rolle' }, text: 'Text' }],
        more: { motto: 'Motto' },
        parts: [{ name: 'Teil' }],
        place: { hall: 'Halle' },
      },
      locale: 'de',
    })

    test.answer([toShow('two')])
    const run = await test.sync()

    expect(run).toMatchObject({ counts: { conflicts: 0, updated: 1 }, status: 'completed' })
    expect(await test.find({ locale: 'all' })).toMatchObject([
      {
        body: [
          {
            by: { role: { de: 'Rolle', en: 'role two' } },
            text: { de: 'Text', en: 'text two' },
          },
        ],
        more: { motto: { de: 'Motto', en: 'motto two' } },
        parts: { de: [{ name: 'Teil' }], en: [{ name: 'part two' }] },
        place: { de: { hall: 'Halle' }, en: { hall: 'hall two' } },
      },
    ])
    expect((await test.sync()).counts).toMatchObject({ unchanged: 1 })
  })
})

const findOpenIssues = async ({ findIssues }: MergeTest) =>
  (await findIssues()).filter(({ status }) => status === 'open')

describe('references, wherever they are', () => {
  const open = async (): Promise<MergeTest> => {
    const toTag = (id: unknown, stub?: object) =>
      reference({
        externalId: String(id),
        resource: 'tags',
        ...(stub && { stub: { name: 'new' } }),
      })
    const test = await createMergeTest({
      collection: {
        fields: [
          {
            name: 'rows',
            type: 'array',
            fields: [
              { name: 'tag', type: 'relationship', relationTo: 'tags' },
              { name: 'n', type: 'number' },
              { name: 'any', type: 'relationship', hasMany: true, relationTo: ['tags', 'users'] },
            ],
          },
          { name: 'poly', type: 'relationship', relationTo: ['users', 'tags'] },
          { name: 'polys', type: 'relationship', hasMany: true, relationTo: ['users', 'tags'] },
          { name: 'many', type: 'relationship', hasMany: true, relationTo: 'tags' },
          {
            name: 'body',
            type: 'blocks',
            blocks: [
              {
                slug: 'about',
                fields: [
                  {
                    name: 'inner',
                    type: 'group',
                    fields: [{ name: 'tag', type: 'relationship', relationTo: 'tags' }],
                  },
                ],
              },
            ],
          },
        ],
      },
      map: ({ stub, tag }) => ({
        body: [{ blockType: 'about', inner: { tag: toTag(tag) } }],
        many: [toTag(tag), toTag(1)],
        poly: toTag(tag),
        polys: [toTag(1), toTag(tag)],
        rows: [{ any: [toTag(tag)], n: 1, tag: toTag(tag, stub as object | undefined) }],
      }),
      more: { tags: [] },
      options: { onLocalDelete: 'recreate' },
    })
    test.answer(
      [
        { id: '1', name: 'one' },
        { id: '2', name: 'two' },
      ],
      'tags',
    )
    await test.sync('tags')
    return test
  }

  const toHeld = (id: unknown, first: unknown) => ({
    body: [{ inner: { tag: id } }],
    many: [id, first],
    poly: { relationTo: 'tags', value: id },
    polys: [
      { relationTo: 'tags', value: first },
      { relationTo: 'tags', value: id },
    ],
    rows: [{ any: [{ relationTo: 'tags', value: id }], n: 1, tag: id }],
  })

  it('should become the ids of documents, and follow the provider', async () => {
    const test = await open()
    const [one, two] = await test.find({ slug: 'tags' })
    test.answer([{ id: '1', tag: 2 }])
    await test.sync()
    expect(await test.find()).toMatchObject([toHeld(two!.id, one!.id)])
    expect((await test.sync()).counts).toMatchObject({ unchanged: 1 })

    test.answer([{ id: '1', tag: 1 }])
    const run = await test.sync()

    expect(run.counts).toMatchObject({ conflicts: 0, updated: 1 })
    expect(await test.find()).toMatchObject([toHeld(one!.id, one!.id)])
    expect(await test.findIssues()).toEqual([])
  })

  it('should be told by field while they lead nowhere, and be made from a stub in a row', async () => {
    const test = await open()
    test.answer([{ id: '1', tag: 3 }])
    await test.sync()
    expect(await test.findIssues()).toMatchObject([{ kind: 'reference', status: 'open' }])

    test.answer([{ id: '1', stub: {}, tag: 3 }])
    await test.sync()

    const [one, , three] = await test.find({ slug: 'tags' })
    expect(three).toMatchObject({ name: 'new', externalId: '3' })
    expect(await test.find()).toMatchObject([toHeld(three!.id, one!.id)])
  })

  it('should lead to what comes back after it was deleted', async () => {
    const test = await open()
    const sayTag = (ids: number[]) =>
      test.answer(
        ids.map((id) => ({ id: String(id), name: 'tag' })),
        'tags',
      )
    test.answer([{ id: '1', tag: 2 }])
    await test.sync()
    const [one, two] = await test.find({ slug: 'tags' })
    await test.payload.delete({ id: two!.id, collection: 'tags' })
    await test.sync()

    sayTag([1, 2])
    await test.sync('tags')
    await test.sync()

    const [, again] = await test.find({ slug: 'tags' })
    expect(again!.id).not.toBe(two!.id)
    expect(await test.find()).toMatchObject([toHeld(again!.id, one!.id)])
    expect(await findOpenIssues(test)).toEqual([])
  })
})
