import type { CollectionConfig } from 'payload'

import { postgresAdapter } from '@payloadcms/db-postgres'
import { expect, it, vi } from 'vitest'

import { describeWrites } from '../../src/sync/engine/direct/describeWrites.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createTestDatabase } from '../database/createTestDatabase.js'
import { createItemsTest, type Item } from './createItemsTest.js'

const FIELDS: CollectionConfig['fields'] = [
  { name: 'name', type: 'text', maxLength: 20, unique: true },
  { name: 'price', type: 'number', hasMany: true },
  { name: 'note', type: 'text' },
]

const toItems = (count: number): Item[] =>
  Array.from({ length: count }, (_, index) => ({
    id: String(index + 100),
    name: `Item ${index + 100}`,
    price: [index, index + 1],
  }))

it('should write a collection of lists by few statements, and the next changes as well', async () => {
  const { find, payload, statements, sync } = await createItemsTest({
    collection: { fields: FIELDS, versions: { maxPerDoc: 2 } },
  })
  const rules = { writes: 'together' } as const
  expect(describeWrites({ collection: 'items', payload, rules })).toEqual({
    path: 'joined',
    reasons: ['price: several values'],
  })
  expect(describeWrites({ collection: 'users', payload, rules })).toEqual({
    path: 'plain',
    reasons: ['its documents are users'],
  })
  const items = toItems(50)
  const toRows = (given: Item[]) => given.map(({ id, name, price }) => [id, name, price])

  expect(await sync(items)).toMatchObject({ counts: { created: 50 }, status: 'completed' })
  expect(await find()).toEqual(toRows(items))
  for (const table of ['items', 'items_numbers', '_items_v', '_items_v_numbers']) {
    expect(statements(`insert into "${table}" `)).toHaveLength(1)
  }

  for (const price of [[7], [8, 9], [4]]) {
    const changed = items.map((item) => ({ ...item, price }))
    expect(await sync(changed)).toMatchObject({ counts: { updated: 50 }, status: 'completed' })
    expect(await find()).toEqual(toRows(changed))
    expect(statements('update "items" ')).toHaveLength(1)
    expect(statements('insert into "items_numbers" ')).toHaveLength(1)
    expect(statements('insert into "items" ')).toHaveLength(0)
  }
  expect(statements('delete from "_items_v" ')).toHaveLength(1)

  expect(await sync(items.map((item) => ({ ...item, price: [4] })))).toMatchObject({
    counts: { unchanged: 50 },
  })
})

it('should do so in a schema of its own, with ids of another kind', async () => {
  const url = await createTestDatabase()
  const { find, payload, statements, sync } = await createItemsTest({
    collection: {
      fields: [
        ...FIELDS,
        {
          name: 'parts',
          type: 'array',
          defaultValue: [{ part: 'a' }, { part: 'b', sizes: ['s', 'm'] }],
          fields: [
            { name: 'part', type: 'text' },
            { name: 'sizes', type: 'select', hasMany: true, options: ['s', 'm'] },
          ],
        },
      ],
      versions: true,
    },
    database: {
      db: postgresAdapter({
        idType: 'uuid',
        pool: { connectionString: url },
        push: true,
        schemaName: 'own',
      }),
      url,
    },
  })
  const items = toItems(20)
  await sync(items)
  expect(await find()).toEqual(items.map(({ id, name, price }) => [id, name, price]))
  expect(statements('insert into "own"."items" ')).toHaveLength(1)
  const changed = items.map((item) => ({ ...item, price: [3] }))
  expect(await sync(changed)).toMatchObject({ counts: { updated: 20 } })
  expect(await find()).toEqual(changed.map(({ id, name, price }) => [id, name, price]))

  const { docs } = await payload.findVersions({ collection: 'items', limit: 0, sort: 'createdAt' })
  expect(docs.map(({ version }) => (version as unknown as { parts: object[] }).parts)).toEqual(
    docs.map(() => [
      expect.objectContaining({ part: 'a' }),
      expect.objectContaining({ part: 'b', sizes: ['s', 'm'] }),
    ]),
  )
  expect(docs).toHaveLength(40)
})

it('should write one by one where ids come from no sequence of the table', async () => {
  const { find, payload, statements, sync } = await createItemsTest({
    collection: { fields: FIELDS },
  })
  const { pool } = getAdapter(payload)
  await pool.query('alter sequence items_id_seq owned by none')

  expect(await sync(toItems(20))).toMatchObject({ counts: { created: 20 }, status: 'completed' })
  expect(await find()).toHaveLength(20)
  expect(statements('insert into "items" ')).toHaveLength(20)
  // The next test that wants these tables gets them.
  await pool.query('alter sequence items_id_seq owned by items.id')
})

it.each(['together', 'plain'] as const)(
  'should refuse those that the database or a hook refuses, for their own reasons, and store the others: %s',
  async (writes) => {
    const { find, issues, sync } = await createItemsTest({
      ...(writes === 'plain' && { rules: { writes } }),
      collection: {
        fields: FIELDS,
        hooks: {
          afterChange: [
            async ({ doc, req }) => {
              if ((doc as Item).name === 'Item 117') {
                // What fails in a transaction ends it, whatever a hook makes of that.
                const data = { email: 'no address', password: 'secret' }
                await req.payload.create({ collection: 'users', data, req }).catch(() => undefined)
              }
            },
          ],
          beforeChange: [
            ({ data }) => {
              if ((data as Item).name === 'Item 131') {
                throw new Error('not this one')
              }
            },
          ],
        },
      },
    })
    const items = toItems(40).map((item) =>
      item.id === '125' ? { ...item, name: 'Item 104' } : item,
    )

    expect(await sync(items)).toMatchObject({
      counts: { created: 37, invalid: 3 },
      status: 'partial',
    })

    const stored = (await find()).map(([externalId]) => externalId)
    expect(stored).toEqual(
      items.map(({ id }) => id).filter((id) => id !== '117' && id !== '125' && id !== '131'),
    )
    expect(await issues()).toMatchObject([
      { externalId: '117', kind: 'write', message: expect.stringContaining('ended') as string },
      { externalId: '125', kind: 'write', message: expect.stringContaining('name') as string },
      {
        externalId: '131',
        kind: 'write',
        message: expect.stringContaining('not this one') as string,
      },
    ])

    expect(await sync(toItems(40).filter(({ id }) => id !== '117' && id !== '131'))).toMatchObject({
      counts: { created: 1, unchanged: 37 },
    })
  },
)

it('should lose nothing that a hook writes to other documents of the batch', async () => {
  const { payload, statements, sync } = await createItemsTest({
    collection: {
      fields: FIELDS,
      hooks: {
        beforeChange: [
          async ({ context, data, operation, req }) => {
            const { name } = data as Item
            if (operation === 'update' && name === 'Item 100' && !context.isOther) {
              await req.payload.update({
                collection: 'items',
                context: { isOther: true },
                data: { note: 'by the first' },
                req,
                where: { externalId: { equals: '101' } },
              })
            }
          },
        ],
      },
    },
  })
  await sync(toItems(5))
  await sync(toItems(5).map((item) => ({ ...item, price: [9] })))

  const { docs } = await payload.find({ collection: 'items', sort: 'externalId' })
  expect(docs.map(({ note, price }) => ({ note, price }))).toEqual(
    [null, 'by the first', null, null, null].map((note) => ({ note, price: [9] })),
  )
  // Written one by one in the end.
  expect(statements('insert into "items" ').length).toBeGreaterThan(1)
})

it('should write with Payload what a hook changes in its own document, and find it as it is by then', async () => {
  const seen: unknown[] = []
  const { payload, statements, sync } = await createItemsTest({
    collection: {
      fields: FIELDS,
      hooks: {
        afterChange: [
          async ({ context, doc, req }) => {
            const { id, externalId } = doc as { externalId: string; id: number }
            if (context.isAgain) {
              return
            }
            const stored = await req.payload.findByID({ id, collection: 'items', req })
            seen.push((stored as unknown as Item).price)
            await req.payload.update({
              id,
              collection: 'items',
              context: { isAgain: true },
              data: { note: `of ${externalId}` },
              req,
            })
          },
        ],
      },
    },
  })
  const warn = vi.spyOn(process, 'emitWarning')
  await sync(toItems(5))
  expect(statements('insert into "items_numbers" ').length).toBeGreaterThan(0)

  const { docs } = await payload.find({ collection: 'items', sort: 'externalId' })
  expect(docs.map(({ note }) => note)).toEqual(
    ['100', '101', '102', '103', '104'].map((id) => `of ${id}`),
  )
  expect(seen).toEqual(toItems(5).map(({ price }) => price))
  // The driver warns where a connection is asked for two things at the same moment.
  expect(warn.mock.calls.filter(([text]) => String(text).includes('client.query'))).toEqual([])
  warn.mockRestore()
})

it('should write one by one where the project wants it, and no more than a hundred at a time', async () => {
  const { find, statements, sync } = await createItemsTest({
    collection: { fields: FIELDS },
    rules: { writes: 'plain' },
  })

  expect(await sync(toItems(130))).toMatchObject({ counts: { created: 130 }, status: 'completed' })

  expect(await find()).toHaveLength(130)
  expect(statements('insert into "items" ')).toHaveLength(130)
  // The whole batch was looked at, and each half written.
  const saved = statements('update "sync_logs"').filter((text) => text.includes('"checkpoint"'))
  expect(saved.length).toBeGreaterThanOrEqual(2)
})

it('should let nobody log what another document of the batch was refused for', async () => {
  const { logged, sync } = await createItemsTest({
    collection: {
      fields: [
        { name: 'name', type: 'text', unique: true },
        { name: 'price', type: 'number' },
        { name: 'tags', type: 'text', hasMany: true },
      ],
      versions: true,
    },
  })
  const items = Array.from({ length: 20 }, (_, index) => ({
    id: `${index}`,
    // Two have the same.
    name: `name ${Math.max(1, index)}`,
  }))

  expect(await sync(items)).toMatchObject({ counts: { created: 19, invalid: 1 } })
  expect(
    logged()
      .split('\n')
      .filter((line) => line.includes('saving a version')),
  ).toEqual([])
})
