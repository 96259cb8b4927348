import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Run } from '../../src/sync/run/Run.js'
import type { RunPage } from '../../src/sync/store/runs/read/findRuns.js'
import type { RestTest } from './createRestTest.js'

import { testSlugs } from '../project/testSlugs.js'
import { createRestTest } from './createRestTest.js'

type LogPage = { logs: object[]; pagination: unknown } & RunPage

type Row = Pick<Run, 'mode' | 'provider' | 'resource' | 'status'>

const BOOKED: readonly Row[] = [
  { mode: 'full', provider: 'test', resource: 'clubs', status: 'completed' },
  { mode: 'full', provider: 'test', resource: 'games', status: 'completed' },
  { mode: 'incremental', provider: 'test', resource: 'games', status: 'failed' },
  { mode: 'incremental', provider: 'other', resource: 'games', status: 'partial' },
  { mode: 'full', provider: 'test', resource: 'games', status: 'cancelled' },
]

let rest: RestTest
/** In the order they were booked. */
let ids: (number | string)[]

beforeAll(async () => {
  rest = await createRestTest()
  ids = []
  for (const row of BOOKED) {
    const { id } = await rest.payload.create({
      collection: testSlugs.syncLogs,
      data: { ...row, lane: 'bulk', trigger: 'api' },
    })
    ids.push(id)
  }
})

afterAll(() => rest.close())

const list = async (query = ''): Promise<RunPage> => {
  const { body, status } = await rest.ask({ path: `/sync/logs${query}` })
  expect(status).toBe(200)
  return body as RunPage
}

const idsOf = ({ docs }: RunPage): (number | string)[] => docs.map(({ id }) => id)

describe('GET /sync/logs', () => {
  it('should list the runs, newest first', async () => {
    const page = await list()

    expect(idsOf(page)).toEqual([...ids].reverse())
    expect(page).toMatchObject({
      hasNextPage: false,
      hasPrevPage: false,
      limit: 10,
      page: 1,
      totalDocs: 5,
      totalPages: 1,
    })
  })

  it('should give them page by page, each run once', async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => list(`?limit=2&page=${page}`)))

    expect(pages.map(({ docs }) => docs.length)).toEqual([2, 2, 1])
    expect(pages.flatMap(idsOf)).toEqual([...ids].reverse())
    expect(pages[1]).toMatchObject({
      hasNextPage: true,
      hasPrevPage: true,
      limit: 2,
      page: 2,
      totalPages: 3,
    })
  })

  it('should give them under the names that logs of syncs have as well', async () => {
    const { body } = await rest.ask({ path: '/sync/logs?limit=2&page=2' })

    const { docs, logs, pagination } = body as LogPage
    expect(logs).toEqual(docs)
    expect(logs).toMatchObject([
      { id: ids[2], type: 'INCREMENTAL', status: 'failed' },
      { id: ids[1], type: 'FULL', status: 'completed' },
    ])
    expect(pagination).toEqual({
      hasNextPage: true,
      hasPreviousPage: true,
      limit: 2,
      page: 2,
      total: 5,
      totalPages: 3,
    })
  })

  it('should tell of a run what happened, and when', async () => {
    const end = { finishedAt: '2026-05-01T12:01:00.000Z', startedAt: '2026-05-01T12:00:00.000Z' }
    const error = { code: 'NOT_FOUND', message: 'There is no such page.' }
    const run = await rest.payload.create({
      collection: testSlugs.syncLogs,
      data: {
        ...BOOKED[2],
        ...end,
        counts: { fetched: 7 },
        error,
        lane: 'bulk',
        provider: 'third',
        trigger: 'api',
      },
    })
    const { body } = await rest.ask({ path: '/sync/logs?provider=third' })
    const one = await rest.ask({ path: `/sync/logs/${run.id}` })
    await rest.payload.delete({ id: run.id, collection: testSlugs.syncLogs })

    const log = {
      id: run.id,
      type: 'INCREMENTAL',
      createdAt: run.createdAt,
      endTime: end.finishedAt,
      error,
      errors: [error.message],
      finishedAt: end.finishedAt,
      recordsProcessed: 7,
      startTime: end.startedAt,
      status: 'failed',
      updatedAt: run.updatedAt,
    }
    expect((body as LogPage).logs).toMatchObject([log])
    const names = [
      ...[
        'id',
        'type',
        'attempt',
        'connection',
        'counts',
        'createdAt',
        'endTime',
        'error',
        'errors',
      ],
      ...['finishedAt', 'initiatedBy', 'lane', 'mode', 'priority', 'progress', 'provider'],
      ...['recordsProcessed', 'requests', 'resource', 'retryAt', 'scheduled', 'startTime'],
      ...['startedAt', 'status', 'trigger', 'updatedAt'],
    ]
    expect(Object.keys((body as LogPage).logs[0]!).sort()).toEqual(names.sort())
    expect(Object.keys(body as LogPage).sort()).toEqual(
      [
        ...['docs', 'hasNextPage', 'hasPrevPage', 'limit', 'logs', 'page', 'pagination'],
        ...['totalDocs', 'totalPages'],
      ].sort(),
    )
    expect(one.body).toMatchObject(log)
  })

  it('should give an empty page behind the last', async () => {
    expect(await list('?page=9')).toMatchObject({ docs: [], hasNextPage: false, totalDocs: 5 })
  })

  it.each([
    ['?status=failed', [2]],
    ['?status=FAILED', [2]],
    ['?status=queued', []],
    ['?type=incremental', [3, 2]],
    ['?type=INCREMENTAL', [3, 2]],
    ['?provider=other', [3]],
    ['?provider=nobody', []],
    ['?resource=clubs', [0]],
    ['?provider=test&resource=games&type=FULL', [4, 1]],
    ['?provider=test&resource=games&type=FULL&status=completed', [1]],
  ])('should list only what %s names', async (query, expected) => {
    const page = await list(query)

    expect(idsOf(page)).toEqual(expected.map((index) => ids[index]))
    expect(page.totalDocs).toBe(expected.length)
  })

  it('should not look for anything else in what a filter says', async () => {
    expect((await list('?provider=test%25')).docs).toEqual([])
    expect((await list("?provider=test'--")).docs).toEqual([])
  })

  it.each([
    ['status', 'done'],
    ['status', ''],
    ['type', 'FASTER'],
    ['page', '0'],
    ['page', '-1'],
    ['page', 'two'],
    ['page', '1.5'],
    ['limit', '0'],
    ['limit', '101'],
    ['limit', 'all'],
    ['provider', ''],
    ['resource', ''],
  ])('should say that %s cannot be "%s"', async (field, value) => {
    const { body, status } = await rest.ask({ path: `/sync/logs?${field}=${value}` })

    expect(status).toBe(400)
    expect(body).toEqual({
      errors: [
        { code: 'INVALID_INPUT', field, message: expect.stringMatching(new RegExp(`^${field}: `)) },
      ],
    })
  })

  it('should say of each value what is wrong with it', async () => {
    const { body } = await rest.ask({ path: '/sync/logs?limit=0&page=0&status=done&type=FASTER' })

    const { errors } = body as { errors: { field: string }[] }
    expect(errors.map(({ field }) => field).sort()).toEqual(['limit', 'page', 'status', 'type'])
  })
})

describe('GET /sync/logs/:id', () => {
  it('should give the run with its scopes', async () => {
    const { body, status } = await rest.ask({ path: `/sync/logs/${ids[2]}` })

    expect(status).toBe(200)
    expect(body).toMatchObject({
      ...BOOKED[2],
      id: ids[2],
      counts: { created: 0, fetched: 0 },
      error: null,
      failedScopes: [],
      scopes: [],
      ways: {},
    })
  })

  it.each([
    '999999',
    '0',
    '-1',
    '1.5',
    '2147483648',
    '99999999999999999999',
    'newest',
    "1'--",
    '%00',
    '00000000-0000-0000-0000-000000000000',
  ])('should say that there is no run "%s"', async (id) => {
    const { body, status } = await rest.ask({ path: `/sync/logs/${id}` })

    expect({ body, status }).toMatchObject({
      body: { errors: [{ code: 'UNKNOWN_RUN' }] },
      status: 404,
    })
  })
})
