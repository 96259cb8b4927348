import type { CollectionConfig } from 'payload'

import { describe, expect, it, onTestFinished } from 'vitest'

import type { BeforeWrite, BeforeWriteArgs } from '../../src/index.js'
import type { SyncTest } from '../project/createSyncTest.js'

import { createSyncTest } from '../project/createSyncTest.js'
import { testSlugs } from '../project/testSlugs.js'

type Asked = Pick<BeforeWriteArgs, 'collection' | 'data' | 'externalId' | 'operation' | 'provider'>

const RECORDS = [
  { id: '1', name: 'Derby', home: { id: 'c1', name: 'Club 1' }, score: 0 },
  { id: '2', name: 'Final', home: { id: 'c1', name: 'Club 1' }, score: 0 },
]

/** A field that nobody can leave empty, as a plugin for tenants adds it. */
const withTenant = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  fields: [...collection.fields, { name: 'tenant', type: 'text', required: true }],
})

type CreateArgs = { change: BeforeWrite }

const create = async ({ change }: CreateArgs) => {
  const asked: Asked[] = []
  const test = await createSyncTest({
    options: {
      beforeWrite: async (args) => {
        const { collection, data, externalId, operation, provider } = args
        asked.push({ collection, data, externalId, operation, provider })
        return await change(args)
      },
      collections: { matches: { overrides: withTenant }, teams: { overrides: withTenant } },
    },
    records: RECORDS,
  })
  return { ...test, asked }
}

const findTeams = async ({ payload }: SyncTest) =>
  (await payload.find({ collection: testSlugs.teams, depth: 0 })).docs

describe('beforeWrite', () => {
  it('should fill in what the provider cannot know, of documents and of what stands in for one', async () => {
    const test = await create({
      change: ({ data, operation }) =>
        operation === 'create' ? { ...data, tenant: 'north' } : data,
    })

    const run = await test.sync()

    expect(run).toMatchObject({ counts: { created: 2, invalid: 0 }, status: 'completed' })
    expect(await test.findMatches()).toMatchObject([
      { externalId: '1', provider: 'test', tenant: 'north' },
      { externalId: '2', provider: 'test', tenant: 'north' },
    ])
    expect(await findTeams(test)).toMatchObject([{ name: 'Club 1', tenant: 'north' }])
    expect(test.asked).toMatchObject([
      { collection: testSlugs.teams, externalId: 'c1', operation: 'create', provider: 'test' },
      { collection: testSlugs.matches, data: { title: 'Derby' }, externalId: '1' },
      { collection: testSlugs.matches, data: { title: 'Final' }, externalId: '2' },
    ])
  })

  it('should be asked only where something is written, and leave an editor what is an editor’s', async () => {
    const test = await create({
      change: ({ data, operation }) =>
        operation === 'create' ? { ...data, tenant: 'north' } : data,
    })
    await test.sync()
    await test.editAsPerson('1', { tenant: 'south' })
    test.asked.length = 0

    expect((await test.sync()).counts).toMatchObject({ unchanged: 2, updated: 0 })
    expect(test.asked).toEqual([])

    test.provider.answerWith('1', { score: 3 })
    const run = await test.sync()

    expect(run.counts).toMatchObject({ conflicts: 0, unchanged: 1, updated: 1 })
    expect(test.asked).toMatchObject([
      { data: { homeScore: 3 }, externalId: '1', operation: 'update' },
    ])
    expect(test.asked[0]!.data).not.toHaveProperty('title')
    expect(await test.findMatch('1')).toMatchObject({ homeScore: 3, tenant: 'south' })
    expect(await test.findIssues()).toEqual([])
  })

  it('should not be taken for an editor where it writes something else than the provider says', async () => {
    const test = await create({
      // Also a field that does not change, in every update.
      change: ({ data, externalId }) => ({
        ...data,
        tenant: 'north',
        title: `Match ${externalId}`,
      }),
    })
    await test.sync()
    test.provider.answerWith('1', { score: 3 })
    await test.sync()
    expect(await test.findMatch('1')).toMatchObject({ homeScore: 3, title: 'Match 1' })

    test.provider.answerWith('1', { name: 'Great derby' })
    const run = await test.sync()

    expect(run).toMatchObject({ counts: { conflicts: 0, updated: 1 }, status: 'completed' })
    expect(await test.findMatch('1')).toMatchObject({ title: 'Match 1' })
    expect(await test.findIssues()).toEqual([])
    expect((await test.sync()).counts).toMatchObject({ unchanged: 2 })
  })

  it('should not change who a document is', async () => {
    const test = await create({
      change: ({ data }) => ({ ...data, externalId: 'x', provider: 'y', tenant: 'north' }),
    })
    await test.sync()
    test.provider.answerWith('1', { score: 1 })
    await test.sync()

    expect(await test.findMatches()).toMatchObject([
      { externalId: '1', provider: 'test' },
      { externalId: '2', provider: 'test' },
    ])
  })

  it.each([
    ['fails', () => Promise.reject(new Error('No such tenant.')), 'No such tenant.'],
    ['gives nothing back', () => undefined, 'beforeWrite of syncPlugin gave back no data'],
  ])('should refuse the record alone where it %s', async (_what, refuse, reason) => {
    const test = await create({
      change: ({ data, externalId }) =>
        externalId === '2'
          ? (refuse() as Promise<Record<string, unknown>>)
          : { ...data, tenant: 'north' },
    })

    const run = await test.sync()

    expect(run).toMatchObject({ counts: { created: 1, invalid: 1 }, status: 'partial' })
    expect(await test.findIssues()).toMatchObject([
      { externalId: '2', kind: 'write', message: expect.stringContaining(reason) },
    ])
  })

  it('should be given the request of the transaction', async () => {
    const found: number[] = []
    const test = await create({
      change: async ({ data, req }) => {
        const teams = await req.payload.find({ collection: testSlugs.teams, req })
        found.push(teams.totalDocs)
        return { ...data, tenant: 'north' }
      },
    })
    onTestFinished(() => void found.splice(0))
    await test.sync()

    // The team that the batch itself has made before.
    expect(found).toEqual([0, 1, 1])
  })
})
