import type { CollectionConfig } from 'payload'

import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'

import type { Cursor, ResourceDefinition, Scope, SyncDocument } from '../../src/sdk/index.js'

import { defineProvider, defineResource, reference } from '../../src/sdk/index.js'
import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { createSyncTest } from '../project/createSyncTest.js'
import { createTestProject } from '../project/createTestProject.js'

const GAME = { id: '1', name: 'Game', score: 0 }

describe('a record with a character that Postgres cannot hold', () => {
  it('should be stored without it', async () => {
    const { findMatch, sync } = await createSyncTest({
      records: [GAME, { id: '2', name: 'a\u0000b\uD800c' }],
    })

    const run = await sync()

    expect(run).toMatchObject({ counts: { created: 2, invalid: 0 }, status: 'completed' })
    expect(await findMatch('2')).toMatchObject({ title: 'ab\uFFFDc' })
  })

  it('should become an issue when it is in its id', async () => {
    const { sync } = await createSyncTest({ records: [GAME, { id: '2\u0000', name: 7 }] })

    expect(await sync()).toMatchObject({ counts: { created: 1, invalid: 1 }, status: 'partial' })
  })
})

const thingSchema = z.looseObject({ id: z.string(), name: z.string().optional() })

type ThingDefinition = ResourceDefinition<typeof thingSchema, SyncDocument, { part: string }>

const FIELDS: CollectionConfig['fields'] = [
  { name: 'name', type: 'text' },
  { name: 'data', type: 'json' },
  { name: 'at', type: 'date' },
  { name: 'size', type: 'number' },
  { name: 'other', type: 'relationship', relationTo: 'things' },
]

/** Syncs things of a provider whose code does what a test wants, on a project of its own. */
const syncThings = async (definition: Partial<ThingDefinition>) => {
  const things = defineResource({
    collection: 'things',
    externalId: ({ id }) => id,
    fetchPage: () => Promise.resolve({ records: [{ id: '1', name: 'good' }] }),
    map: ({ name }) => ({ name }),
    schema: thingSchema,
    scopes: {
      full: (): Scope<{ part: string }>[] => [
        { key: 'all', label: 'All', params: { part: 'all' }, provesAbsence: true },
      ],
    },
    ...definition,
  } satisfies ThingDefinition)
  const provider = defineProvider({ name: 'own', resources: { things } })
  const { payload } = await createTestProject({
    config: {
      collections: [
        { slug: 'users', auth: true, fields: [] },
        { slug: 'things', fields: FIELDS },
      ],
    },
    options: { batchSize: 1000, providers: [provider] },
  })
  onTestFinished(() => payload.destroy())
  const [run] = await startRun({
    initiatedBy: null,
    mode: 'full',
    payload,
    provider: 'own',
    resource: 'things',
    trigger: 'api',
  })
  await drainSync({ payload })
  const find = async (collection: string) => {
    const { docs } = await payload.find({ collection, pagination: false, sort: 'externalId' })
    return docs as Record<string, unknown>[]
  }
  return { find, run: await getRun({ payload, runId: run!.id }) }
}

/** Nested so deeply that no stack is large enough to walk through it. */
const nest = (levels: number): unknown => {
  let value: unknown = 1
  for (let level = 0; level < levels; level += 1) {
    value = { a: value }
  }
  return value
}

describe('one bad record among good ones', () => {
  it.each<[string, (record: { id: string }) => SyncDocument]>([
    ['a moment that no calendar has', () => ({ at: new Date(1e18).toISOString() })],
    ['a date that is none', () => ({ at: new Date(Number.NaN) })],
    ['a moment that the database does not take', () => ({ at: new Date(8.6e15 - 1) })],
    ['a number that is none', () => ({ size: Number('many') })],
    ['nesting without end', () => ({ data: nest(100_000) })],
    ['nesting that only the database minds', () => ({ data: nest(5000) })],
    ['a reference with a character that Postgres cannot hold', () => toOther('7\u0000')],
    ['a reference to an id that could not be read', () => toOther('undefined:2024')],
    ['a reference without an id', () => toOther('')],
    ['a promise instead of a document', () => Promise.resolve({}) as unknown as SyncDocument],
  ])('should cost itself and nothing else: %s', async (_what, mapBad) => {
    const { find, run } = await syncThings({
      fetchPage: () =>
        Promise.resolve({ records: ['1', 'bad', '2'].map((id) => ({ id, name: id })) }),
      map: (record) => (record.id === 'bad' ? mapBad(record) : { name: record.name }),
    })

    expect(run).toMatchObject({
      counts: { created: 2, invalid: 1 },
      error: { code: 'RECORDS_INVALID' },
      status: 'partial',
    })
    expect(await find('syncIssues')).toMatchObject([{ externalId: 'bad', status: 'open' }])
    expect(await find('things')).toMatchObject([{ name: '1' }, { name: '2' }])
  })

  it('should cost itself where even its shape cannot be checked', async () => {
    const { run } = await syncThings({
      fetchPage: () =>
        Promise.resolve({ records: [{ id: '1' }, { id: null, name: nest(100_000) }, { id: '2' }] }),
      schema: z.looseObject({ id: z.string(), name: z.json().optional() }) as never,
    })

    expect(run).toMatchObject({ counts: { created: 2, invalid: 1 }, status: 'partial' })
  })

  it('should cost itself where the index cannot hold its id', async () => {
    // Random, because the database makes text small that repeats itself.
    const long = Array.from({ length: 5000 }, (_, index) => ((index * 7919) % 36).toString(36))
    const { find, run } = await syncThings({
      fetchPage: () => Promise.resolve({ records: [{ id: '1' }, { id: long.join('') }] }),
    })

    expect(run).toMatchObject({ counts: { created: 1, invalid: 1 }, status: 'partial' })
    expect(await find('syncIssues')).toMatchObject([{ kind: 'invalid' }])
  })
})

const toOther = (externalId: string): SyncDocument => ({
  other: reference({ externalId, resource: 'things', stub: { name: 'Other' } }),
})

describe('a character that Postgres cannot hold', () => {
  it('should be taken out of keys and of what a reference brings', async () => {
    const { find, run } = await syncThings({
      map: ({ name }) => ({
        name,
        data: { 'a\u0000b': { c: '\ud800' } },
        other: reference({ externalId: '2', resource: 'things', stub: { name: 'N\u0000ew' } }),
      }),
    })

    expect(run).toMatchObject({ counts: { created: 1 }, status: 'completed' })
    expect(await find('things')).toMatchObject([
      { data: { ab: { c: '\ufffd' } } },
      { name: 'New', externalId: '2' },
    ])
  })

  it('should come back in cursors and parameters as it was given', async () => {
    const asked: [Cursor | undefined, string][] = []
    const { run } = await syncThings({
      fetchPage: ({ cursor, scope }) => {
        asked.push([cursor, scope.part])
        return Promise.resolve({
          records: [{ id: String(asked.length) }],
          ...(asked.length < 3 && { next: `${asked.length}\u0000\ud800` }),
        })
      },
      scopes: { full: () => [{ key: 'all', label: 'Cup\u0000', params: { part: 'p\u0000' } }] },
    })

    expect(run).toMatchObject({ counts: { created: 3 }, scopes: ['Cup'], status: 'completed' })
    expect(asked).toEqual([
      [undefined, 'p\u0000'],
      ['1\u0000\ud800', 'p\u0000'],
      ['2\u0000\ud800', 'p\u0000'],
    ])
  })

  it('should stop a run by name where it is in the key of a scope', async () => {
    const { run } = await syncThings({
      scopes: { full: () => [{ key: 'a\u0000', label: 'Cup', params: { part: 'a' } }] },
    })

    expect(run).toMatchObject({ error: { message: expect.stringContaining('"Cup"') } })
  })
})

describe('a cursor that cannot be kept', () => {
  it('should stop the run by name', async () => {
    const { run } = await syncThings({
      fetchPage: () =>
        Promise.resolve({ next: new Date() as unknown as string, records: [{ id: '1' }] }),
    })

    expect(run).toMatchObject({
      error: { message: expect.stringContaining('cursor') },
      status: 'failed',
    })
  })
})

describe('a page with very many records', () => {
  it('should be read to its end when thousands of them do not fit', async () => {
    const bad = Array.from({ length: 7000 }, (_, index) => ({ id: String(index), name: 5 }))
    const { find, run } = await syncThings({
      fetchPage: () => Promise.resolve({ records: [...bad, { id: 'good', name: 'good' }] }),
    })

    expect(run).toMatchObject({ counts: { created: 1, invalid: 7000 }, status: 'partial' })
    expect(await find('things')).toHaveLength(1)
  })
})
