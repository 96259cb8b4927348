import type { CollectionConfig, Payload } from 'payload'

import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'

import type { Provider, SyncDocument } from '../../src/sdk/index.js'
import type { RunDetails } from '../../src/sync/store/runs/read/findRun.js'

import { defineProvider, defineResource, reference } from '../../src/sdk/index.js'
import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createSyncTest } from '../project/createSyncTest.js'
import { createTestProject } from '../project/createTestProject.js'
import { testSlugs } from '../project/testSlugs.js'

type Row = { id: string } & Record<string, unknown>

const USERS: CollectionConfig = { slug: 'users', auth: true, fields: [] }

/** A provider whose shelves hold books, in collections of the project's own. */
const defineShelves = (): { books: Map<string, Row>; provider: Provider; shelves: Row[] } => {
  const books = new Map<string, Row>()
  const shelves: Row[] = []
  const define = (args: {
    collection: string
    list: () => Row[]
    map: (row: Row) => SyncDocument
    references?: string[]
  }) =>
    defineResource({
      collection: args.collection,
      externalId: ({ id }) => id,
      fetchPage: () => Promise.resolve({ records: args.list() }),
      map: (row) => args.map(row),
      references: args.references,
      schema: z.looseObject({ id: z.string() }),
      scopes: { full: () => [{ key: 'all', label: 'All', params: {}, provesAbsence: true }] },
    })
  const toBook = (id: string) =>
    reference({ externalId: id, resource: 'books', stub: { title: `Book ${id}` } })
  const provider = defineProvider({
    name: 'own',
    resources: {
      books: define({
        collection: 'books',
        list: () => [...books.values()],
        map: ({ id: _id, ...row }) => row,
      }),
      shelves: define({
        collection: 'shelves',
        list: () => shelves,
        map: ({ name, best, holds }) => ({
          name,
          ...(best !== undefined && { best: best === null ? null : toBook(best as string) }),
          ...(holds !== undefined && { holds: (holds as string[]).map(toBook) }),
        }),
        references: ['books'],
      }),
    },
  })
  return { books, provider, shelves }
}

const BOOK_FIELDS: CollectionConfig['fields'] = [{ name: 'title', type: 'text' }]

type OpenArgs = {
  bookFields?: CollectionConfig['fields']
  databaseUrl?: string
  provider: Provider
}

const open = async ({ bookFields = BOOK_FIELDS, databaseUrl, provider }: OpenArgs) => {
  const project = await createTestProject({
    config: {
      collections: [
        USERS,
        { slug: 'books', fields: bookFields },
        {
          slug: 'shelves',
          fields: [
            { name: 'name', type: 'text' },
            { name: 'best', type: 'relationship', relationTo: 'books' },
            { name: 'holds', type: 'relationship', hasMany: true, relationTo: 'books' },
          ],
        },
      ],
    },
    databaseUrl,
    isNew: databaseUrl === undefined,
    options: { onLocalDelete: 'recreate', providers: [provider] },
  })
  onTestFinished(() => project.payload.destroy())
  const { payload } = project
  return {
    ...project,
    find: async (collection: string) => {
      const { docs } = await payload.find({ collection, depth: 0, sort: 'externalId' })
      return docs as Record<string, unknown>[]
    },
    query: (text: string) => getAdapter(payload).pool.query(text),
    sync: (resource: string) => syncOnce({ payload, provider: 'own', resource }),
  }
}

type SyncOnceArgs = { payload: Payload; provider: string; resource: string }

const syncOnce = async ({ payload, provider, resource }: SyncOnceArgs): Promise<RunDetails> => {
  const asked = { initiatedBy: null, mode: 'full', payload, provider, resource } as const
  const [run] = await startRun({ ...asked, trigger: 'api' })
  await drainSync({ payload })
  return await getRun({ payload, runId: run!.id })
}

describe('a document that was deleted while the plugin did not look', () => {
  it('should be there again after the next sync, and no other be written', async () => {
    const { findMatches, payload, sync } = await createSyncTest({
      records: [
        { id: '1', name: 'One', home: { id: '7', name: 'Home' } },
        { id: '2', name: 'Two', home: { id: '8', name: 'Away' } },
      ],
    })
    await sync()
    const [, kept] = await findMatches()
    const table = getAdapter(payload).tableNameMap.get(testSlugs.matches.replaceAll('-', '_'))
    await getAdapter(payload).pool.query(`delete from "${table}" where external_id = '1'`)

    const run = await sync()

    expect(run).toMatchObject({ counts: { created: 1, unchanged: 1, updated: 0 } })
    expect(await findMatches()).toMatchObject([
      { homeTeam: expect.any(Number), title: 'One' },
      kept,
    ])
    expect((await sync()).counts).toMatchObject({ unchanged: 2 })
  })
})

describe('a collection whose slug was renamed', () => {
  it('should be filled where the new table is empty', async () => {
    const { payload, provider, sync, ...project } = await createSyncTest({
      records: [{ id: '1', name: 'One', home: { id: '7', name: 'Home' } }],
    })
    await sync()
    const tables = getAdapter(payload).tableNameMap
    const { pool } = getAdapter(payload)
    const matches = tables.get(testSlugs.matches.replaceAll('-', '_'))
    const teams = tables.get(testSlugs.teams.replaceAll('-', '_'))
    await pool.query(`create table "fixtures" (like "${matches}" including all)`)
    await pool.query(`create table "clubs" (like "${teams}" including all)`)
    const renamed = await createTestProject({
      databaseUrl: project.databaseUrl,
      isNew: false,
      options: {
        collections: { matches: { slug: 'fixtures' }, teams: { slug: 'clubs' } },
        providers: [provider.provider],
      },
    })
    onTestFinished(() => renamed.payload.destroy())

    const run = await syncOnce({ payload: renamed.payload, provider: 'test', resource: 'games' })

    const { docs: clubs } = await renamed.payload.find({ collection: 'clubs' })
    const { docs: fixtures } = await renamed.payload.find({ collection: 'fixtures', depth: 0 })
    expect(run).toMatchObject({ counts: { created: 1 }, status: 'completed' })
    expect(fixtures).toMatchObject([{ homeTeam: clubs[0]!.id, title: 'One' }])
  })

  it('should keep documents and edits where the table was renamed with it', async () => {
    const { editAsPerson, payload, provider, sync, ...project } = await createSyncTest({
      records: [
        { id: '1', name: 'One', score: 1 },
        { id: '2', name: 'Two', score: 2 },
      ],
    })
    await sync()
    await editAsPerson('1', { title: 'A better title' })
    const { pool, tableNameMap } = getAdapter(payload)
    const matches = tableNameMap.get(testSlugs.matches.replaceAll('-', '_'))
    await pool.query(`alter table "${matches}" rename to "fixtures"`)
    await pool.query('alter table payload_locked_documents_rels add column fixtures_id integer')
    await pool.query(`delete from "fixtures" where external_id = '2'`)
    const renamed = await createTestProject({
      databaseUrl: project.databaseUrl,
      isNew: false,
      options: {
        collections: { matches: { slug: 'fixtures' } },
        providers: [provider.provider],
      },
    })
    onTestFinished(() => renamed.payload.destroy())
    provider.answerWith('1', { score: 3 })

    const run = await syncOnce({ payload: renamed.payload, provider: 'test', resource: 'games' })

    const { docs } = await renamed.payload.find({ collection: 'fixtures', sort: 'externalId' })
    expect(run.counts).toMatchObject({ conflicts: 0, created: 1, updated: 1 })
    expect(docs).toMatchObject([
      { homeScore: 3, title: 'A better title' },
      { homeScore: 2, title: 'Two' },
    ])
    const again = await syncOnce({ payload: renamed.payload, provider: 'test', resource: 'games' })
    expect(again.counts).toMatchObject({ unchanged: 2 })
  })
})

describe('a collection that gets a field', () => {
  it('should be filled with what the provider says of it', async () => {
    const { books, provider } = defineShelves()
    books.set('1', { id: '1', pages: 500, title: 'One' })
    const before = await open({ provider })
    await before.sync('books')
    await before.query('alter table books add column pages numeric')

    const after = await open({
      bookFields: [...BOOK_FIELDS, { name: 'pages', type: 'number' }],
      databaseUrl: before.databaseUrl,
      provider,
    })

    expect((await after.sync('books')).counts).toMatchObject({ updated: 1 })
    expect(await after.find('books')).toMatchObject([{ pages: 500 }])
    expect((await after.sync('books')).counts).toMatchObject({ unchanged: 1 })
  })

  it('should be filled again when it had dropped the field for a while', async () => {
    const { books, provider } = defineShelves()
    books.set('1', { id: '1', pages: 500, title: 'One' })
    const bookFields: CollectionConfig['fields'] = [
      ...BOOK_FIELDS,
      { name: 'pages', type: 'number' },
    ]
    const whole = await open({ bookFields, provider })
    await whole.sync('books')
    const dropped = await open({ databaseUrl: whole.databaseUrl, provider })
    expect((await dropped.sync('books')).counts).toMatchObject({ unchanged: 1, updated: 0 })
    await whole.query('update books set pages = null')

    expect((await whole.sync('books')).counts).toMatchObject({ updated: 1 })
    expect(await whole.find('books')).toMatchObject([{ pages: 500 }])
  })
})

describe('a document that others point to', () => {
  it('should be pointed to again when it was deleted and came back', async () => {
    const { provider, shelves } = defineShelves()
    shelves.push({ id: '1', name: 'Shelf', best: 'a', holds: ['a', 'b'] })
    const { find, payload, sync } = await open({ provider })
    await sync('shelves')
    const [first, second] = await find('books')
    expect(await find('shelves')).toMatchObject([
      { best: first!.id, holds: [first!.id, second!.id] },
    ])
    await payload.delete({ id: first!.id as number, collection: 'books' })
    expect(await find('shelves')).toMatchObject([{ best: null, holds: [second!.id] }])

    const run = await sync('shelves')

    const [again] = await find('books')
    expect(again!.id).not.toBe(first!.id)
    expect(run).toMatchObject({ counts: { conflicts: 0, updated: 1 }, status: 'completed' })
    expect(await find('shelves')).toMatchObject([
      { best: again!.id, holds: [again!.id, second!.id] },
    ])
    expect((await sync('shelves')).counts).toMatchObject({ unchanged: 1, updated: 0 })
  })

  it('should be pointed to again when another record brought it back first', async () => {
    const { books, provider, shelves } = defineShelves()
    books.set('a', { id: 'a', title: 'A' })
    shelves.push({ id: '1', name: 'Shelf', best: 'a' })
    const { find, query, sync } = await open({ provider })
    await sync('books')
    await sync('shelves')
    // Behind the plugin's back, so that its row stays.
    await query('delete from books')
    await sync('books')

    await sync('shelves')

    const [book] = await find('books')
    expect(await find('shelves')).toMatchObject([{ best: book!.id }])
  })

  it('should stay out where an editor took it out, while it is there', async () => {
    const { provider, shelves } = defineShelves()
    shelves.push({ id: '1', name: 'Shelf', best: 'a', holds: ['a', 'b'] })
    const { find, payload, sync } = await open({ provider })
    await sync('shelves')
    const [first] = await find('books')
    const [shelf] = await find('shelves')
    const cleared = { best: null, holds: [first!.id] }
    await payload.update({ id: shelf!.id as number, collection: 'shelves', data: cleared })
    shelves[0]!.name = 'Another name'

    const run = await sync('shelves')

    expect(run.counts).toMatchObject({ conflicts: 0, updated: 1 })
    expect(await find('shelves')).toMatchObject([{ ...cleared, name: 'Another name' }])
  })

  it('should not push out what an editor put in its place', async () => {
    const { provider, shelves } = defineShelves()
    shelves.push({ id: '1', name: 'Shelf', best: 'a', holds: ['b'] })
    const { find, payload, sync } = await open({ provider })
    await sync('shelves')
    const [first, second] = await find('books')
    const [shelf] = await find('shelves')
    const data = { best: second!.id }
    await payload.update({ id: shelf!.id as number, collection: 'shelves', data })
    await payload.delete({ id: first!.id as number, collection: 'books' })

    const run = await sync('shelves')

    expect(run.counts).toMatchObject({ conflicts: 0, updated: 0 })
    expect(await find('shelves')).toMatchObject([data])
  })
})

describe('records of an earlier version of the plugin', () => {
  it('should be looked at once, without a write to a document that is right', async () => {
    const { provider, shelves } = defineShelves()
    shelves.push({ id: '1', name: 'Shelf', best: 'a', holds: ['a', 'b'] })
    const { find, query, sync } = await open({ provider })
    await sync('shelves')
    const before = await find('shelves')
    await query(`update sync_records set hash = 'of-another-kind', targets = null, base = base`)

    const run = await sync('shelves')

    expect(run.counts).toMatchObject({ conflicts: 0, unchanged: 1, updated: 0 })
    expect(await find('shelves')).toEqual(before)
  })
})
