import type { CollectionConfig } from 'payload'

import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'

import type { SyncDocument } from '../../src/sdk/index.js'

import { defineProvider, defineResource, reference } from '../../src/sdk/index.js'
import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { createTestProject } from '../project/createTestProject.js'

const COLLECTIONS: CollectionConfig[] = [
  { slug: 'users', auth: true, fields: [] },
  {
    slug: 'people',
    fields: [
      { name: 'name', type: 'text' },
      { name: 'kind', type: 'text' },
      { name: 'knows', type: 'relationship', relationTo: 'people' },
    ],
  },
]

type DefinePeopleArgs = { ids: readonly string[]; kind: string; more?: () => SyncDocument }

const definePeople = ({ ids, kind, more = () => ({}) }: DefinePeopleArgs) =>
  defineResource({
    collection: 'people',
    externalId: ({ id }) => id,
    fetchPage: () => Promise.resolve({ records: ids.map((id) => ({ id })) }),
    map: ({ id }) => ({ name: `${kind} ${id}`, kind, ...more() }),
    schema: z.looseObject({ id: z.string() }),
    scopes: { full: () => [{ key: 'all', label: 'All', params: {} }] },
  })

const createPeopleTest = async (more?: () => SyncDocument) => {
  const provider = defineProvider({
    name: 'own',
    resources: {
      authors: definePeople({ ids: ['7', '8'], kind: 'author' }),
      readers: definePeople({ ids: ['7', '9'], kind: 'reader', more }),
    },
  })
  const { payload } = await createTestProject({
    config: { collections: COLLECTIONS },
    options: { providers: [provider] },
  })
  onTestFinished(() => payload.destroy())
  const find = async (collection: string) => {
    const { docs } = await payload.find({ collection, depth: 0, sort: 'externalId' })
    return docs as Record<string, unknown>[]
  }
  return {
    find,
    sync: async (resource: string) => {
      const work = { initiatedBy: null, mode: 'full', payload, provider: 'own', resource } as const
      const [run] = await startRun({ ...work, trigger: 'api' })
      await drainSync({ payload })
      return await getRun({ payload, runId: run!.id })
    },
  }
}

describe('two resources of one provider that fill one collection', () => {
  it('should never make one document of two records with the same id', async () => {
    const { find, sync } = await createPeopleTest()
    expect(await sync('authors')).toMatchObject({ counts: { created: 2 }, status: 'completed' })
    const before = await find('people')

    expect(await sync('readers')).toMatchObject({
      counts: { created: 1, invalid: 1, updated: 0 },
      status: 'partial',
    })

    const [first, second, third] = await find('people')
    expect([first, second]).toEqual(before)
    expect(third).toMatchObject({ name: 'reader 9', externalId: '9' })
    expect(await find('syncIssues')).toMatchObject([
      { externalId: '7', kind: 'write', message: expect.stringContaining('authors 7') },
    ])
    expect((await sync('authors')).counts).toMatchObject({ unchanged: 2, updated: 0 })
  })

  it('should not let a reference take the document of another resource', async () => {
    const { find, sync } = await createPeopleTest(() => ({
      knows: reference({ externalId: '8', resource: 'readers', stub: { name: 'reader 8' } }),
    }))
    await sync('authors')

    expect(await sync('readers')).toMatchObject({ counts: { created: 0, invalid: 2 } })

    expect(await find('people')).toMatchObject([{ kind: 'author' }, { kind: 'author' }])
  })
})
