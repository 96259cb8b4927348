import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionConfig,
} from 'payload'

import { describe, expect, it } from 'vitest'

import { createItemsTest } from './createItemsTest.js'

const WAYS = ['plain', 'direct', 'joined'] as const

type CreateWayTestArgs = {
  collection: Partial<CollectionConfig>
  way: (typeof WAYS)[number]
}

/** Items that are written in one of the three ways. */
const createWayTest = async ({ collection, way }: CreateWayTestArgs) =>
  await createItemsTest({
    collection: {
      fields: [
        { name: 'name', type: 'text' },
        { name: 'price', type: 'number' },
        { name: 'note', type: 'text' },
        ...(way === 'joined' ? [{ name: 'tags', type: 'text', hasMany: true } as const] : []),
      ],
      ...collection,
    },
    ...(way === 'plain' && { rules: { writes: 'plain' } }),
  })

type Hook = CollectionAfterChangeHook & CollectionBeforeChangeHook

/** Writes to the first item when something is said of another one. */
const writeToFirst = (name: string): Hook =>
  (async ({ context, data, req }: Parameters<CollectionBeforeChangeHook>[0]) => {
    if (!context.isHook && data.name === name) {
      await req.payload.update({
        collection: 'items',
        context: { isHook: true },
        data: { name: 'by a hook', note: 'by a hook' },
        req,
        where: { externalId: { equals: '1' } },
      })
    }
  }) as Hook

const BEFORE = [
  { id: '0', name: 'zero', price: 0 },
  { id: '1', name: 'one', price: 1 },
  { id: '2', name: 'two', price: 2 },
]

describe.each(WAYS)('what a hook writes to another document of the batch, written %s', (way) => {
  it.each([
    ['beforeChange of a new one', 'beforeChange', '9'],
    ['afterChange of a new one', 'afterChange', '9'],
    ['beforeChange of one that changes', 'beforeChange', '0'],
  ] as const)('should be kept: %s', async (_name, event, writes) => {
    const { payload, sync } = await createWayTest({
      collection: { hooks: { [event]: [writeToFirst('writes')] } },
      way,
    })
    await sync(BEFORE)

    const run = await sync([
      { id: writes, name: 'writes', price: 9 },
      { id: '1', name: 'one', price: 11 },
      { id: '2', name: 'zwei', price: 2 },
    ])

    expect(run).toMatchObject({ status: 'completed' })
    const { docs } = await payload.find({
      collection: 'items',
      where: { externalId: { equals: '1' } },
    })
    expect(docs).toMatchObject([{ name: 'by a hook', note: 'by a hook', price: 11 }])
  })
})

it.each(['plain', 'direct'] as const)(
  'should keep it in the version that a person goes on from, written %s',
  async (way) => {
    const { payload, sync } = await createWayTest({
      collection: {
        hooks: { afterChange: [writeToFirst('writes')] },
        versions: { drafts: true },
      },
      way,
    })
    await sync(BEFORE)
    await sync([
      { id: '9', name: 'writes', price: 9 },
      { id: '1', name: 'one', price: 11 },
    ])
    const where = { externalId: { equals: '1' } }

    const { docs } = await payload.update({
      collection: 'items',
      data: { price: 12 },
      draft: true,
      where,
    })

    expect(docs).toMatchObject([{ name: 'by a hook', note: 'by a hook', price: 12 }])
  },
)

it.each(WAYS)('should give each document of an orderable collection its place, %s', async (way) => {
  const { payload, sync } = await createWayTest({ collection: { orderable: true }, way })
  await sync(BEFORE)

  const { docs } = await payload.find({ collection: 'items', sort: '_order' })
  expect(docs.map(({ externalId }) => externalId)).toEqual(['0', '1', '2'])
  expect(new Set(docs.map((document) => Reflect.get(document, '_order') as unknown)).size).toBe(3)
})
