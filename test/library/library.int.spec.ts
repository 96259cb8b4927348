import type { Payload } from 'payload'
import type { ReplayServer } from 'payload-plugin-sync/testing'

import { startReplayServer } from 'payload-plugin-sync/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { SyncMode } from '../../src/sdk/index.js'

import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { createTestProject } from '../project/createTestProject.js'
import { library } from './library.js'
import { KEYS, LIBRARY_ROUTES } from './libraryRoutes.js'

let payload: Payload
let server: ReplayServer

beforeAll(async () => {
  server = await startReplayServer({ routes: LIBRARY_ROUTES })
  const project = await createTestProject({
    options: { providers: [library({ baseUrl: server.baseUrl, keys: KEYS })] },
  })
  payload = project.payload
})

afterAll(async () => {
  await payload.destroy()
  await server.close()
})

type SyncArgs = { connection: string; mode?: SyncMode; resource: string }

const sync = async ({ mode = 'full', ...args }: SyncArgs) => {
  const [run] = await startRun({
    ...args,
    initiatedBy: null,
    mode,
    payload,
    provider: 'library',
    trigger: 'api',
  })
  await drainSync({ payload })
  return await getRun({ payload, runId: run!.id })
}

const findBooks = async () => {
  const { docs } = await payload.find({ collection: 'books', depth: 1, sort: 'externalId' })
  return docs.map(({ by, externalId, pages, title }) => ({
    author: (by as unknown as { name: string } | null)?.name ?? null,
    externalId: externalId as unknown,
    pages: pages as unknown,
    title: title as unknown,
  }))
}

it('should search one branch from its own last run on, and not from that of another', async () => {
  expect(await sync({ connection: 'north', resource: 'books' })).toMatchObject({
    status: 'completed',
  })
  const ended = Date.now()
  const before = server.requests.length

  await sync({ connection: 'south', mode: 'incremental', resource: 'books' })

  const { body, path } = server.requests[before]!
  const { changedSince } = JSON.parse(body) as { changedSince: string }
  expect(path).toBe('/south/search')
  // It never ran: it has nothing to begin from but now.
  expect(Date.parse(changedSince)).toBeGreaterThanOrEqual(ended)
})

it('should fill the collections of its kit from every branch, each with its own key', async () => {
  for (const connection of Object.keys(KEYS)) {
    for (const resource of ['authors', 'books']) {
      expect(await sync({ connection, resource })).toMatchObject({
        connection,
        counts: { invalid: 0 },
        error: null,
        status: 'completed',
      })
    }
  }

  expect(await findBooks()).toEqual([
    { author: 'Ada Reef', externalId: 'n-1', pages: null, title: 'Tides' },
    { author: 'Bo Cliff', externalId: 'n-2', pages: 212, title: 'Salt & Sand' },
    { author: null, externalId: 'n-3', pages: null, title: 'Fog' },
    { author: 'Cy Dune', externalId: 's-1', pages: null, title: 'Dry Land' },
    { author: null, externalId: 's-2', pages: 90, title: 'Wells' },
    { author: null, externalId: 's-3', pages: null, title: 'Noon' },
  ])
  const keys = server.requests.map(({ headers, path }) => [path.split('/')[1], headers['x-key']])
  expect(new Map(keys as [string, string][])).toEqual(new Map(Object.entries(KEYS)))
  expect(new Set(keys.map(String)).size).toBe(2)
})

it('should find everything unchanged when it is read again', async () => {
  expect(await sync({ connection: 'north', resource: 'books' })).toMatchObject({
    counts: { created: 0, fetched: 3, missing: 0, unchanged: 3, updated: 0 },
    status: 'completed',
  })
})

it('should search for what is new since the last complete run', async () => {
  const before = server.requests.length

  await sync({ connection: 'south', mode: 'incremental', resource: 'books' })

  const { body, method, path } = server.requests[before]!
  expect({ method, path }).toEqual({ method: 'POST', path: '/south/search' })
  expect(JSON.parse(body)).toEqual({ changedSince: expect.any(String) as unknown, page: 1 })
})
