import { expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'

import type { JsonObject } from '../../src/sdk/index.js'

import { defineProvider, defineResource, reference } from '../../src/sdk/index.js'
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
