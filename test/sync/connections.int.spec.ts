import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'

import type { Provider, SyncMode } from '../../src/sdk/index.js'

import { defineProvider, defineResource } from '../../src/sdk/index.js'
import { diagnose } from '../../src/sync/operations/doctor/diagnose.js'
import { refreshRecord } from '../../src/sync/operations/records/refreshRecord.js'
import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { getStatus } from '../../src/sync/operations/status/getStatus.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { startReplayServer } from '../../src/testing/replayServer.js'
import { createTestProject } from '../project/createTestProject.js'

const KEYS = { north: 'invented-key-of-north', south: 'invented-key-of-south' }

const pageSchema = z.looseObject({ books: z.array(z.unknown()) })

/** A library of several branches, each of which has a login of its own. */
const defineLibrary = (baseUrl: string): Provider =>
  defineProvider({
    name: 'library',
    connect: ({ credentials, settings }) => {
      const { branch } = settings
      if (typeof branch !== 'string') {
        throw new Error(`no branch belongs to ${credentials.key}`)
      }
      return {
        baseUrl: `${baseUrl}/${branch}`,
        budgets: () => ['hour'],
        headers: { Authorization: credentials.key! },
        readQuota: () => [{ name: 'hour', limit: 100, remaining: 90, windowMs: 3_600_000 }],
      }
    },
    connections: {
      north: { credentials: { key: KEYS.north }, settings: { branch: 'n' } },
      south: { credentials: { key: KEYS.south }, settings: { branch: 's' } },

      closed: { credentials: { key: undefined } },
      homeless: { credentials: { key: 'invented-key-of-nobody' } },
    },
    label: 'Library',
    resources: {
      books: defineResource({
        collection: 'books',
        externalId: ({ id }) => id,
        fetchOne: async ({ externalId, http, signal }) => ({
          record: await http.get(`/books/${externalId}`, { schema: z.unknown(), signal }),
        }),
        fetchPage: async ({ http, signal }) => {
          const { books } = await http.get('/books', { schema: pageSchema, signal })
          return { records: books }
        },
        map: ({ title }) => ({ title }),
        schema: z.looseObject({ id: z.string(), title: z.string() }),
        scopes: { full: () => [{ key: 'all', label: 'All', params: {}, provesAbsence: true }] },
      }),
    },
  })

const openLibrary = async () => {
  const server = await startReplayServer({
    routes: {
      '/n/books': { body: { books: [{ id: 'n1', title: 'Northern lights' }] } },
      '/n/books/n1': { body: { id: 'n1', title: 'Northern lights, revised' } },
      '/s/books/s1': { body: { id: 's1', title: 'Southern seas, revised' } },

      '/s/books': { body: { books: [{ id: 's1', title: 'Southern seas' }] } },
    },
  })
  const { logged, payload } = await createTestProject({
    config: {
      collections: [
        { slug: 'users', auth: true, fields: [] },
        { slug: 'books', fields: [{ name: 'title', type: 'text' }] },
      ],
    },
    options: {
      absence: { after: 1, maxShare: 1 },
      providers: [defineLibrary(server.baseUrl)],
    },
  })
  const start = (connection?: string) =>
    startRun({
      connection,
      initiatedBy: null,
      mode: 'full' satisfies SyncMode,
      payload,
      provider: 'library',
      trigger: 'api',
    })
  return {
    close: async () => {
      await payload.destroy()
      await server.close()
    },
    findTitles: async () => {
      const { docs } = await payload.find({ collection: 'books', sort: 'externalId' })
      return docs.map(({ title }) => title as unknown)
    },
    logged,
    payload,
    server,
    start,
    sync: async (connection: string) => {
      const [run] = await start(connection)
      await drainSync({ payload })
      return await getRun({ payload, runId: run!.id })
    },
  }
}

let library: Awaited<ReturnType<typeof openLibrary>>

beforeAll(async () => {
  library = await openLibrary()
})

afterAll(() => library.close())

it('should run each connection with its own credentials, budgets and line', async () => {
  const { findTitles, payload, server, sync } = library

  const north = await sync('north')
  const south = await sync('south')

  expect(north).toMatchObject({ connection: 'north', status: 'completed' })
  expect(south).toMatchObject({ connection: 'south', status: 'completed' })
  expect(await findTitles()).toEqual(['Northern lights', 'Southern seas'])
  expect(server.requests.map(({ headers, path }) => [path, headers.authorization])).toEqual([
    ['/n/books', KEYS.north],
    ['/s/books', KEYS.south],
  ])
  const { pool } = getAdapter(payload)
  const budgets = await pool.query('select connection, name from sync_quotas order by connection')
  expect(budgets.rows).toEqual([
    { name: 'hour', connection: 'north' },
    { name: 'hour', connection: 'south' },
  ])
  const { providers } = await getStatus({ payload })
  expect(providers[0]?.quotas.map(({ name }) => name)).toEqual(['north: hour', 'south: hour'])
})

it('should take nothing for missing that another connection has', async () => {
  const { sync } = library
  const runs = [await sync('north'), await sync('south'), await sync('north')]

  expect(runs.map(({ counts, status }) => [counts.missing, status])).toEqual([
    [0, 'completed'],
    [0, 'completed'],
    [0, 'completed'],
  ])
})

it('should refuse a connection that is not there with the names that are known', async () => {
  await expect(library.start('west')).rejects.toMatchObject({
    code: 'UNKNOWN_CONNECTION',
    message: 'Library has no connection "west" (known: north, south, closed, homeless).',
  })
})

it('should queue for each connection that nothing is missing for where none is named', async () => {
  const { payload, start } = library

  const runs = await start()
  await drainSync({ payload })

  expect(runs.map(({ connection, resource }) => [connection, resource])).toEqual([
    ['north', 'books'],
    ['south', 'books'],
    ['homeless', 'books'],
  ])
})

it('should name what a connection lacks in the status, and keep the provider ready', async () => {
  const { providers } = await getStatus({ payload: library.payload })

  expect(providers[0]).toMatchObject({
    isReady: true,
    problems: ['closed: The connection "closed" of Library has no credential "key".'],
  })
})

it('should refuse one while a credential is missing, and hold no other back', async () => {
  await expect(library.start('closed')).rejects.toMatchObject({
    code: 'PROVIDER_NOT_CONFIGURED',
    message: expect.stringContaining('no credential "key"') as string,
  })
  await expect(library.sync('north')).resolves.toMatchObject({ status: 'completed' })
})

it('should fail the run of one that cannot be used with a reason that holds no credential', async () => {
  const run = await library.sync('homeless')

  expect(run).toMatchObject({
    error: {
      code: 'RESOURCE_FAILED',
      message: 'Library could not use its connection "homeless": no branch belongs to [redacted]',
    },
    status: 'failed',
  })
  expect(library.logged()).not.toContain('invented-key-of-nobody')
})

it('should let the doctor name those that cannot be used', async () => {
  const { findings } = await diagnose({ payload: library.payload })

  expect(findings.filter(({ check }) => check === 'credentials')).toEqual([
    {
      advice: 'The connection "closed" of Library has no credential "key".',
      check: 'credentials',
      level: 'problem',
      message: 'Connection "closed" of Library is not set up; its runs are refused.',
    },
    {
      advice: 'Library could not use its connection "homeless": no branch belongs to [redacted]',
      check: 'credentials',
      level: 'problem',
      message: 'Connection "homeless" of Library is not set up; its runs are refused.',
    },
  ])
})

it('should refresh a record with the connection it came with, also for a second time', async () => {
  const { findTitles, payload, server, sync } = library
  await sync('north')
  await sync('south')
  await getAdapter(payload).pool.query('update sync_records set scope = null')
  const refresh = (externalId: string) =>
    refreshRecord({ externalId, payload, provider: 'library', resource: 'books' })

  await refresh('n1')
  await refresh('s1')
  await refresh('s1')

  expect(await findTitles()).toEqual(['Northern lights, revised', 'Southern seas, revised'])
  expect(
    server.requests.slice(-3).map(({ headers, path }) => [path, headers.authorization]),
  ).toEqual([
    ['/n/books/n1', KEYS.north],
    ['/s/books/s1', KEYS.south],
    ['/s/books/s1', KEYS.south],
  ])
})

it('should find the connection by the scope where the log of the run is gone', async () => {
  const { payload, server, sync } = library
  await sync('south')
  await getAdapter(payload).pool.query("update sync_records set run = '0'")

  await refreshRecord({ externalId: 's1', payload, provider: 'library', resource: 'books' })

  expect(server.requests.at(-1)?.path).toBe('/s/books/s1')
})

it('should not refresh a record of which nothing tells the connection', async () => {
  const refreshed = refreshRecord({
    externalId: 'x1',
    payload: library.payload,
    provider: 'library',
    resource: 'books',
  })

  await expect(refreshed).rejects.toMatchObject({
    code: 'REFRESH_UNAVAILABLE',
    message: expect.stringContaining('which connection of Library books x1 came with') as string,
  })
})
