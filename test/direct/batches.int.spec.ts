import type { CollectionConfig } from 'payload'

import { expect, it, onTestFinished, vi } from 'vitest'
import { z } from 'zod'

import type { RecordRules } from '../../src/sdk/index.js'

import { defineProvider, defineResource } from '../../src/sdk/index.js'
import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { createTestProject } from '../project/createTestProject.js'

type Item = { id: string; name: string; price?: unknown }

type CreateItemsTestArgs = {
  collection?: Partial<CollectionConfig>
  rules?: RecordRules
}

/** A project with a collection of its own, and the operations of the adapter that were called. */
const createItemsTest = async ({ collection, rules }: CreateItemsTestArgs = {}) => {
  let records: Item[] = []
  const items = defineResource({
    collection: 'items',
    externalId: ({ id }) => id,
    fetchPage: () => Promise.resolve({ records }),
    map: ({ name, price }) => ({ name, price }),
    schema: z.looseObject({ id: z.string(), name: z.string(), price: z.unknown().optional() }),
    scopes: { full: () => [{ key: 'all', label: 'All', params: {} }] },
  })
  const { payload } = await createTestProject({
    config: {
      collections: [
        { slug: 'users', auth: true, fields: [] },
        {
          slug: 'items',
          fields: [
            { name: 'name', type: 'text', maxLength: 20 },
            { name: 'price', type: 'number' },
            { name: 'day', type: 'date' },
          ],
          ...collection,
        },
      ],
    },
    options: {
      providers: [defineProvider({ name: 'own', resources: { items } })],
      resources: { 'own.items': rules },
    },
  })
  onTestFinished(() => payload.destroy())
  const create = vi.spyOn(payload.db, 'create')
  const update = vi.spyOn(payload.db, 'updateOne')
  const ofItems = (spy: typeof create | typeof update): number =>
    spy.mock.calls.filter(([args]) => args.collection === 'items').length
  return {
    find: async () => {
      const { docs } = await payload.find({ collection: 'items', sort: 'externalId' })
      return docs.map(({ name, externalId, price }) => [externalId, name, price] as unknown[])
    },
    issues: async () => {
      const { docs } = await payload.find({ collection: 'syncIssues', sort: 'externalId' })
      return docs.map(({ externalId, kind, status }) => ({ externalId, kind, status }))
    },
    payload,
    /** How often the adapter was asked to write one document. */
    single: () => ({ create: ofItems(create), update: ofItems(update) }),
    sync: async (now: Item[]) => {
      records = now
      create.mockClear()
      update.mockClear()
      const [run] = await startRun({
        initiatedBy: null,
        mode: 'full',
        payload,
        provider: 'own',
        trigger: 'api',
      })
      await drainSync({ payload })
      return await getRun({ payload, runId: run!.id })
    },
    versions: async () => {
      const { docs } = await payload.db.findVersions<Record<string, unknown>>({
        collection: 'items',
        limit: 0,
        pagination: false,
        sort: 'id',
      })
      return docs
        .map(({ latest, version: { _status: status, externalId, price } }) => ({
          externalId,
          latest,
          price,
          status,
        }))
        .sort((a, b) => String(a.externalId).localeCompare(String(b.externalId)))
    },
  }
}

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
  const { single, sync } = await createItemsTest({
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
})

it('should be plain in a collection of which not all can be written directly', async () => {
  const { single, sync } = await createItemsTest({
    collection: {
      fields: [
        { name: 'name', type: 'text' },
        { name: 'price', type: 'number', hasMany: true },
      ],
    },
  })

  await sync(ITEMS.map(({ price: _price, ...item }) => item))

  expect(single()).toEqual({ create: 3, update: 0 })
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
