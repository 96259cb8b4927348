import type { CollectionConfig, Field } from 'payload'

import { describe, expect, it } from 'vitest'

import { createItemsTest } from './createItemsTest.js'

const ITEMS = ['1', '2', '3'].map((id) => ({ id, name: `item ${id}` }))
const CHANGED = ITEMS.map((item) => ({ ...item, price: 5 }))
const NOTE: Field = { name: 'note', type: 'text' }

const WAYS = ['plain', 'direct', 'joined'] as const

type ToItemsTestArgs = { hooks: CollectionConfig['hooks']; way: (typeof WAYS)[number] }

/** Items that are written in one of the three ways. */
const createWayTest = async ({ hooks, way }: ToItemsTestArgs) =>
  await createItemsTest({
    collection: {
      fields: [
        { name: 'name', type: 'text' },
        { name: 'price', type: 'number' },
        NOTE,
        ...(way === 'joined' ? [{ name: 'tags', type: 'text', hasMany: true } as const] : []),
      ],
      hooks,
    },
    ...(way === 'plain' && { rules: { writes: 'plain' } }),
  })

type ItemsTest = Awaited<ReturnType<typeof createWayTest>>

const findNotes = async ({ payload }: ItemsTest) => {
  const { docs } = await payload.find({ collection: 'items', sort: 'externalId' })
  return docs.map((document) => Reflect.get(document, 'note') as unknown)
}

describe.each(WAYS)('hooks that write to their own document, written %s', (way) => {
  it('should be done when nobody waits for them, and leave nothing locked', async () => {
    const later: Promise<unknown>[] = []
    const test = await createWayTest({
      hooks: {
        afterChange: [
          ({ context, doc: { id, price }, req: { payload } }) => {
            if (!context.isOwn && price === 5) {
              // In a transaction of its own, which waits for that of the batch.
              later.push(
                payload.update({
                  id: id as number,
                  collection: 'items',
                  context: { isOwn: true },
                  data: { note: 'later' },
                }),
              )
            }
          },
        ],
      },
      way,
    })
    await test.sync(ITEMS)

    expect(await test.sync(CHANGED)).toMatchObject({ status: 'completed' })
    await Promise.all(later)
    expect(later).toHaveLength(3)
    expect(await findNotes(test)).toEqual(['later', 'later', 'later'])
    expect(await test.sync(ITEMS)).toMatchObject({ status: 'completed' })
  })

  it('should be done when they stand in line, as those of a mutex do', async () => {
    let line: Promise<unknown> = Promise.resolve()
    const test = await createWayTest({
      hooks: {
        afterChange: [
          async ({ context, doc: { id, price }, req }) => {
            if (context.isOwn || price !== 5) {
              return
            }
            const mine = line.then(
              async () =>
                await req.payload.update({
                  id: id as number,
                  collection: 'items',
                  context: { isOwn: true },
                  data: { note: 'in line' },
                  req,
                }),
            )
            line = mine.catch(() => undefined)
            await mine
          },
        ],
      },
      way,
    })
    await test.sync(ITEMS)

    expect(await test.sync(CHANGED)).toMatchObject({ status: 'completed' })
    expect(await findNotes(test)).toEqual(['in line', 'in line', 'in line'])
  })
})
