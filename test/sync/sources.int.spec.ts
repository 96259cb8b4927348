import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'

import { DEFAULT_CONNECTION, defineProvider, defineResource } from '../../src/sdk/index.js'
import { diagnose } from '../../src/sync/operations/doctor/diagnose.js'
import { refreshRecord } from '../../src/sync/operations/records/refreshRecord.js'
import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { getStatus } from '../../src/sync/operations/status/getStatus.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createTestProject } from '../project/createTestProject.js'

/** As Payload would generate it. */
type Book = {
  createdAt: string
  externalId?: null | string
  id: number
  place?: { room?: null | string }
  provider?: null | string
  title?: null | string
  updatedAt: string
}

type Row = { id: string; title: string }

const row = z.looseObject({ id: z.string(), title: z.string() })

const common = {
  collection: 'books',
  externalId: ({ id }: Row) => id,
  schema: row,
  scopes: { full: () => [{ key: 'all', label: 'All', params: {}, provesAbsence: true }] },
}

/** Another database, as far as the plugin knows. */
type Shelf = { find: (id: string) => Row | undefined; list: (from: number) => Row[] }

const rows: Row[] = [
  { id: '1', title: 'One' },
  { id: '2', title: 'Two' },
  { id: '3', title: 'Three' },
]

let opened = 0

const PAGE = 2

const memory = defineProvider({
  name: 'memory',
  label: 'Memory',
  resources: {
    asking: defineResource({
      ...common,
      fetchPage: async ({ http, signal }) => ({
        records: [await http.get('/books', { schema: row, signal })],
      }),
      map: () => ({}),
    }),
    books: defineResource<Book, Shelf>()({
      ...common,
      fetchOne: ({ externalId, source }) => {
        const record = source.find(externalId)
        return Promise.resolve(record ? { record } : null)
      },
      fetchPage: ({ cursor, source }) => {
        const from = typeof cursor === 'number' ? cursor : 0
        const records = source.list(from)
        return Promise.resolve({
          records,
          ...(from + PAGE < rows.length && { next: from + PAGE }),
        })
      },
      map: ({ title }) => ({ title }),
    }),
    careless: defineResource({
      ...common,
      fetchPage: () => Promise.resolve({ records: rows }),
      map: ({ title }) => ({ place: { room: title, shelf: 4 }, titel: title }),
    }),
  },
  source: (): Shelf => {
    opened += 1
    return {
      find: (id) => rows.find((one) => one.id === id),
      list: (from) => rows.slice(from, from + PAGE),
    }
  },
})

/** A file for each connection, a book a line. */
const defineFiles = (folder: string) =>
  defineProvider({
    name: 'files',
    connections: {
      north: { settings: { file: 'north.csv' } },
      south: { settings: { file: 'none.csv' } },
    },
    resources: {
      books: defineResource<Book, { file: string }>()({
        ...common,
        fetchPage: async ({ signal, source: { file } }) => {
          const lines = (await readFile(file, { encoding: 'utf8', signal })).trim().split('\n')
          return {
            records: lines.map((line) => {
              const [id, title] = line.split(';')
              return { id, title }
            }),
          }
        },
        map: ({ title }) => ({ title }),
      }),
    },
    source: ({ settings }) => ({ file: path.join(folder, z.string().parse(settings.file)) }),
  })

let folder: string
let project: Awaited<ReturnType<typeof createTestProject>>

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'payload-plugin-sync-'))
  await writeFile(path.join(folder, 'north.csv'), 'n1;Northern lights\nn2;Snow\n')
  project = await createTestProject({
    config: {
      collections: [
        { slug: 'users', auth: true, fields: [] },
        {
          slug: 'books',
          fields: [
            { name: 'title', type: 'text' },
            { name: 'place', type: 'group', fields: [{ name: 'room', type: 'text' }] },
          ],
        },
      ],
    },
    options: { providers: [memory, defineFiles(folder)], retries: 0 },
  })
})

afterAll(async () => {
  await project.payload.destroy()
  await rm(folder, { recursive: true })
})

type SyncArgs = { connection?: string; provider: string; resource: string }

const sync = async ({ connection = DEFAULT_CONNECTION, provider, resource }: SyncArgs) => {
  const { payload } = project
  const [run] = await startRun({
    connection,
    initiatedBy: null,
    mode: 'full',
    payload,
    provider,
    resource,
    trigger: 'api',
  })
  await drainSync({ payload })
  return await getRun({ payload, runId: run!.id })
}

const findTitles = async (provider: string) => {
  const { docs } = await project.payload.find({
    collection: 'books',
    sort: 'externalId',
    where: { provider: { equals: provider } },
  })
  return docs.map(({ title }) => title as unknown)
}

it('should read pages of what a source gives, without asking anybody', async () => {
  const first = await sync({ provider: 'memory', resource: 'books' })
  const second = await sync({ provider: 'memory', resource: 'books' })

  expect(first).toMatchObject({ counts: { created: 3 }, requests: 0, status: 'completed' })
  expect(second).toMatchObject({ counts: { unchanged: 3 }, status: 'completed' })
  expect(await findTitles('memory')).toEqual(['One', 'Two', 'Three'])
  expect(opened).toBe(1)
})

it('should consult no quota and no breaker for it', async () => {
  const { pool } = getAdapter(project.payload)

  const { rows: books } = await pool.query(
    'select provider from sync_quotas union select provider from sync_breakers',
  )

  expect(books).toEqual([])
})

it('should refresh one record from it', async () => {
  rows[1]!.title = 'Two, revised'

  await refreshRecord({
    externalId: '2',
    payload: project.payload,
    provider: 'memory',
    resource: 'books',
  })

  expect(await findTitles('memory')).toContain('Two, revised')
})

it('should give each connection its own, and tell when it cannot be read', async () => {
  const north = await sync({ connection: 'north', provider: 'files', resource: 'books' })
  const south = await sync({ connection: 'south', provider: 'files', resource: 'books' })

  expect(north.status).toBe('completed')
  expect(south).toMatchObject({ error: { code: 'RESOURCE_FAILED' }, status: 'failed' })
  expect(await findTitles('files')).toEqual(['Northern lights', 'Snow'])
})

it('should say what is missing where a resource asks all the same', async () => {
  const run = await sync({ provider: 'memory', resource: 'asking' })

  expect(run).toMatchObject({
    error: {
      code: 'RESOURCE_FAILED',
      message:
        'Memory has no HTTP, so nothing can be asked for. Give its provider "http" or "connect".',
    },
    status: 'failed',
  })
})

it('should tell once of each field that the collection does not have', async () => {
  await sync({ provider: 'memory', resource: 'careless' })
  await sync({ provider: 'memory', resource: 'careless' })

  const told = project
    .logged()
    .split('\n')
    .filter((line) => line.includes('does not have. It is left out.'))
    .map((line) => JSON.parse(line) as unknown)
  const about = { collection: 'books', level: 40, provider: 'memory', resource: 'careless' }
  expect(told).toMatchObject([
    { ...about, field: 'place.shelf' },
    { ...about, field: 'titel' },
  ])
})

it('should be well in the eyes of the doctor and of the health answer', async () => {
  const { payload } = project
  const { findings } = await diagnose({ payload })
  const { health } = await getStatus({ payload })

  expect(findings.filter(({ check }) => check === 'credentials')).toMatchObject([
    { level: 'ok', message: 'Memory is set up.' },
    { level: 'ok', message: 'files is set up.' },
  ])
  expect(JSON.stringify(health)).not.toMatch(/BREAKER|QUOTA|CREDENTIALS/)
})
