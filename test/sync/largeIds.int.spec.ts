import type { Payload } from 'payload'

import { expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'

import type { Resource } from '../../src/sdk/index.js'

import { defineProvider, defineResource, idSchema } from '../../src/sdk/index.js'
import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { startReplayServer } from '../../src/testing/replayServer.js'
import { createTestProject } from '../project/createTestProject.js'
import { testSlugs } from '../project/testSlugs.js'

const IDS = ['7615917337495251231', '7615917337495251232', '12']

const TEXT = `{"items":[${IDS.map((id) => `{"id":${id},"size":1.25,"title":"Of ${id}"}`).join(',')}]}`

type SyncArgs = {
  /** How the resource reads the answer. @default as JSON */
  as?: 'text'
  id: z.ZodType
}

const syncItems = async ({ id, as }: SyncArgs) => {
  const server = await startReplayServer({
    routes: { '/items': { body: TEXT, headers: { 'content-type': 'application/json' } } },
  })
  onTestFinished(server.close)
  const items: Resource = defineResource({
    collection: 'items',
    externalId: (record) => String(record.id),
    fetchPage: async ({ http, signal }) => {
      if (as === 'text') {
        const text = await http.get('/items', { as: 'text', signal })
        return { records: (JSON.parse(text) as { items: unknown[] }).items }
      }
      const schema = z.object({ items: z.array(z.unknown()) })
      return { records: (await http.get('/items', { schema, signal })).items }
    },
    map: ({ size, title }) => ({ size, title }),
    schema: z.looseObject({ id, size: z.number(), title: z.string() }),
    scopes: { full: () => [{ key: 'all', label: 'All', params: {} }] },
  })
  const { payload } = await createTestProject({
    config: {
      collections: [
        { slug: 'users', auth: true, fields: [] },
        {
          slug: 'items',
          fields: [
            { name: 'title', type: 'text' },
            { name: 'size', type: 'number' },
          ],
        },
      ],
    },
    options: {
      providers: [
        defineProvider({
          name: 'feed',
          http: { baseUrl: server.baseUrl, contentTypes: ['application/json'] },
          resources: { items },
        }),
      ],
    },
  })
  onTestFinished(() => payload.destroy())
  const [run] = await startRun({
    initiatedBy: null,
    mode: 'full',
    payload,
    provider: 'feed',
    resource: 'items',
    trigger: 'api',
  })
  await drainSync({ payload })
  return {
    issues: await read({ collection: testSlugs.syncIssues, payload }),
    items: await read({ collection: 'items', payload }),
    run: await getRun({ payload, runId: run!.id }),
  }
}

const read = async ({ collection, payload }: { collection: string; payload: Payload }) => {
  const { docs } = await payload.find({ collection: collection as 'users', sort: 'externalId' })
  return docs as unknown as Record<string, unknown>[]
}

it('should keep every digit of a large id that the schema takes as text', async () => {
  for (const id of [idSchema, z.union([z.string(), z.number()])]) {
    const { items, run } = await syncItems({ id })
    expect(run).toMatchObject({ counts: { created: 3 }, status: 'completed' })
    expect(items.map(({ externalId, size, title }) => ({ externalId, size, title }))).toEqual(
      IDS.toSorted().map((externalId) => ({ externalId, size: 1.25, title: `Of ${externalId}` })),
    )
  }
})

it('should refuse a large id by name that the schema takes as a number', async () => {
  const { issues, items, run } = await syncItems({ id: z.number() })

  expect(run).toMatchObject({ counts: { created: 1, invalid: 2 }, status: 'partial' })
  expect(items.map(({ externalId }) => externalId)).toEqual(['12'])
  expect(issues.map(({ externalId }) => externalId)).toEqual(IDS.slice(0, 2))
  expect(issues[0]?.message).toContain(`${IDS[0]} is above 2^53, where a number loses digits`)
})

it('should refuse one that lost its digits before it came to us', async () => {
  const { items, run } = await syncItems({ id: z.unknown(), as: 'text' })

  expect(run).toMatchObject({ counts: { created: 1, invalid: 2 }, status: 'partial' })
  expect(items.map(({ externalId }) => externalId)).toEqual(['12'])
})
