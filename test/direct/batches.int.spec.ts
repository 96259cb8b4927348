import { expect, it } from 'vitest'

import { createItemsTest, type Item } from './createItemsTest.js'

const ITEMS: Item[] = [
  { id: '1', name: 'one', price: 1 },
  { id: '2', name: 'two', price: 2 },
  { id: '3', name: 'three' },
]

it('should write the documents of a batch together, and the next changes as well', async () => {
  const { find, single, sync } = await createItemsTest()

  expect(await sync(ITEMS)).toMatchObject({ counts: { created: 3 }, status: 'completed' })
  expect(single()).toEqual({ create: 0, update: 0 })

  const changed = ITEMS.map((item) => ({ ...item, price: 9 }))
  expect(await sync(changed)).toMatchObject({ counts: { updated: 3 }, status: 'completed' })
  expect(single()).toEqual({ create: 0, update: 0 })
  expect(await find()).toEqual([
    ['1', 'one', 9],
    ['2', 'two', 9],
    ['3', 'three', 9],
  ])
})

it('should write one after the other where the project wants that', async () => {
  const { single, sync } = await createItemsTest({ rules: { writes: 'plain' } })

  await sync(ITEMS)

  expect(single()).toEqual({ create: 3, update: 0 })
})

it('should refuse the one record that a validator refuses, and store the others', async () => {
  const { find, issues, sync } = await createItemsTest()
  const tooLong = { id: '2', name: 'much too long for this field' }

  expect(await sync([ITEMS[0]!, tooLong, ITEMS[2]!])).toMatchObject({
    counts: { created: 2, invalid: 1 },
    status: 'partial',
  })
  expect(await find()).toEqual([
    ['1', 'one', 1],
    ['3', 'three', null],
  ])
  expect(await issues()).toMatchObject([{ externalId: '2', kind: 'write', status: 'open' }])

  expect(await sync(ITEMS)).toMatchObject({ counts: { created: 1 }, status: 'completed' })
})

it('should leave to Payload what a hook asks it to do otherwise', async () => {
  const { find, single, sync } = await createItemsTest({
    collection: {
      hooks: { beforeOperation: [({ args }) => ({ ...args, depth: 1 })] },
    },
  })

  expect(await sync(ITEMS)).toMatchObject({ counts: { created: 3 }, status: 'completed' })
  expect(single()).toEqual({ create: 3, update: 0 })
  expect(await find()).toHaveLength(3)
})

it('should leave to Payload a value that the database would read otherwise', async () => {
  const { single, statements, sync } = await createItemsTest({
    collection: {
      fields: [
        { name: 'name', type: 'date' },
        { name: 'price', type: 'number' },
      ],
    },
  })

  const days = [{ ...ITEMS[0]!, name: '2026-05-01' }]
  const moments = [{ ...ITEMS[1]!, name: '2026-05-01T12:00:00.000Z' }]
  expect(await sync([...days, ...moments])).toMatchObject({ counts: { created: 2 } })
  expect(single()).toEqual({ create: 1, update: 0 })

  const more = ['7', '8', '9'].map((id) => ({ id, name: '2026-05-02' }))
  expect(await sync([...days, ...moments, ...more])).toMatchObject({ counts: { created: 3 } })
  // Several of these are joined.
  expect(single()).toEqual({ create: 3, update: 0 })
  expect(statements('insert into "items" ')).toHaveLength(1)
})

it('should keep versions of what is written together, as many as there may be', async () => {
  const { single, sync, versions } = await createItemsTest({
    collection: { versions: { drafts: true, maxPerDoc: 2 } },
  })
  await sync(ITEMS)
  for (const price of [5, 6, 7]) {
    await sync([{ id: '1', name: 'one', price }, ...ITEMS.slice(1)])
    expect(single()).toEqual({ create: 0, update: 0 })
  }

  expect(await versions()).toEqual([
    { externalId: '1', latest: false, price: 6, status: 'published' },
    { externalId: '1', latest: true, price: 7, status: 'published' },
    { externalId: '2', latest: true, price: 2, status: 'published' },
    { externalId: '3', latest: true, price: null, status: 'published' },
  ])
})

it('should leave the draft of an editor to Payload, and write the others together', async () => {
  const { find, payload, single, sync, versions } = await createItemsTest({
    collection: { versions: { drafts: true } },
  })
  await sync(ITEMS)
  const { docs } = await payload.find({ collection: 'items', sort: 'externalId' })
  const data = { name: 'drafted' }
  await payload.update({ id: docs[0]!.id, collection: 'items', data, draft: true })

  expect(await sync(ITEMS.map((item) => ({ ...item, price: 8 })))).toMatchObject({
    counts: { conflicts: 0, updated: 3 },
    status: 'completed',
  })

  expect(single().update).toBe(1)
  expect(await find()).toEqual([
    ['1', 'one', 8],
    ['2', 'two', 8],
    ['3', 'three', 8],
  ])
  const latest = (await versions()).filter((version) => version.latest === true)
  expect(latest).toMatchObject([
    { externalId: '1', price: 8, status: 'draft' },
    { externalId: '2', price: 8, status: 'published' },
    { externalId: '3', price: 8, status: 'published' },
  ])
})

it.each<[string, readonly unknown[]]>([
  ['the same in all of them', ['a', 'a', 'a']],
  ['empty objects', [{}, {}, {}]],
  ['empty in two ways', [{}, [], {}]],
  ['a moment and nothing', ['2026-05-01T12:00:00.000Z', null, undefined]],
  ['equal and not the same', [{ a: 1 }, { a: 1 }, { a: 2 }]],
  ['zero, false and empty text', [0, false, '']],
])('should write what is %s as it was said', async (_, values) => {
  const { find, single, sync } = await createItemsTest({
    collection: {
      fields: [
        { name: 'name', type: 'text' },
        { name: 'price', type: 'json' },
      ],
    },
  })

  await sync(ITEMS.map((item, index) => ({ ...item, price: { said: values[index] } })))
  await sync(ITEMS.map((item, index) => ({ ...item, name: 'same', price: toJson(values[index]) })))

  expect(single()).toEqual({ create: 0, update: 0 })
  expect(await find()).toEqual(ITEMS.map(({ id }, index) => [id, 'same', toJson(values[index])]))
})

/** What a JSON field takes of it. */
const toJson = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? value : { said: value ?? null }
