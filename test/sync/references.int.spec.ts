import { expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'

import type { JsonObject } from '../../src/sdk/index.js'

import { defineProvider, defineResource, reference } from '../../src/sdk/index.js'
import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { createTestProject } from '../project/createTestProject.js'

it('should link a reference inside a group once what it points to is there', async () => {
  let makers: JsonObject[] = []
  const row = z.looseObject({ id: z.string() })
  const scopes = { full: () => [{ key: 'all', label: 'All', params: {} }] }
  const provider = defineProvider({
    name: 'shop',
    http: { baseUrl: 'http://127.0.0.1' },
    resources: {
      makers: defineResource({
        collection: 'makers',
        externalId: ({ id }) => id,
        fetchPage: () => Promise.resolve({ records: makers }),
        map: () => ({ name: 'Maker' }),
        schema: row,
        scopes,
      }),
      products: defineResource({
        collection: 'products',
        externalId: ({ id }) => id,
        fetchPage: () => Promise.resolve({ records: [{ id: 'p1' }] }),
        map: () => ({
          origin: { maker: reference({ externalId: 'm1', resource: 'makers' }), place: 'Paisley' },
        }),
        references: ['makers'],
        schema: row,
        scopes,
      }),
    },
  })
  const { payload } = await createTestProject({
    config: {
      collections: [
        { slug: 'users', auth: true, fields: [] },
        { slug: 'makers', fields: [{ name: 'name', type: 'text' }] },
        {
          slug: 'products',
          fields: [
            {
              name: 'origin',
              type: 'group',
              fields: [
                { name: 'maker', type: 'relationship', relationTo: 'makers' },
                { name: 'place', type: 'text' },
              ],
            },
          ],
        },
      ],
    },
    options: { providers: [provider] },
  })
  onTestFinished(() => payload.destroy())
  const sync = async () => {
    await startRun({ initiatedBy: null, mode: 'full', payload, provider: 'shop', trigger: 'api' })
    await drainSync({ payload })
  }
  await sync()
  makers = [{ id: 'm1' }]
  await sync()

  const { docs } = await payload.find({ collection: 'products', depth: 0 })
  expect(docs).toMatchObject([{ origin: { maker: expect.any(Number) } }])
})

type Person = { boss: string; id: string }

/** People who point to each other, each with what a stub needs. */
const createPeopleTest = async () => {
  let people: Person[] = []
  const transactions = new Set<unknown>()
  const provider = defineProvider({
    name: 'shop',
    resources: {
      people: defineResource({
        collection: 'people',
        externalId: ({ id }) => id,
        fetchPage: () => Promise.resolve({ records: people }),
        map: ({ id, boss }) => ({
          name: `P ${id}`,
          boss: reference({ externalId: boss, resource: 'people', stub: { name: `P ${boss}` } }),
        }),
        schema: z.looseObject({ id: z.string(), boss: z.string() }),
        scopes: { full: () => [{ key: 'all', label: 'All', params: {}, provesAbsence: true }] },
      }),
    },
  })
  const { payload } = await createTestProject({
    config: {
      collections: [
        { slug: 'users', auth: true, fields: [] },
        {
          slug: 'people',
          fields: [
            { name: 'name', type: 'text' },
            { name: 'boss', type: 'relationship', relationTo: 'people' },
          ],
          hooks: {
            afterChange: [({ req }) => void transactions.add(req.transactionID)],
          },
        },
      ],
    },
    options: { providers: [provider] },
  })
  onTestFinished(() => payload.destroy())
  return {
    findBosses: async () => {
      const { docs } = await payload.find({ collection: 'people', depth: 1, sort: 'externalId' })
      return (docs as unknown as { boss?: JsonObject | null; externalId: string }[]).map(
        ({ boss, externalId }) => [externalId, boss?.externalId],
      )
    },
    sync: async (...listed: Person[]) => {
      people = listed
      const work = { initiatedBy: null, mode: 'full', payload, provider: 'shop' } as const
      const [run] = await startRun({ ...work, trigger: 'api' })
      await drainSync({ payload })
      return await getRun({ payload, runId: run!.id })
    },
    transactions,
  }
}

it('should store a new record that points to itself', async () => {
  const { findBosses, sync, transactions } = await createPeopleTest()

  const run = await sync({ id: '1', boss: '1' })

  expect(run).toMatchObject({
    attempt: 1,
    counts: { created: 1, invalid: 0, updated: 0 },
    status: 'completed',
  })
  expect(await findBosses()).toEqual([['1', '1']])
  expect(transactions.size).toBe(1)
})

it('should store new records of one batch that point to each other at once', async () => {
  const { findBosses, sync, transactions } = await createPeopleTest()

  const run = await sync({ id: '2', boss: '1' }, { id: '1', boss: '2' }, { id: '3', boss: '4' })

  expect(run).toMatchObject({
    attempt: 1,
    counts: { created: 3, invalid: 0, updated: 0 },
    status: 'completed',
  })
  expect(await findBosses()).toMatchObject([
    ['1', '2'],
    ['2', '1'],
    ['3', '4'],
    ['4', undefined],
  ])
  expect(transactions.size).toBe(1)
})
