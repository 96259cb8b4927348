import type { CollectionConfig } from 'payload'

import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'

import type { SyncMode } from '../../src/sdk/index.js'

import { defineProvider, defineResource, NotFoundError } from '../../src/sdk/index.js'
import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createTestProject } from '../project/createTestProject.js'

type Item = { [key: string]: unknown; id: string }

const COLLECTIONS: CollectionConfig[] = [
  { slug: 'users', auth: true, fields: [] },
  {
    slug: 'items',
    fields: [
      { name: 'name', type: 'text' },
      { name: 'price', type: 'number' },
    ],
  },
]

/** A provider that lists in an incremental run only what changed since the cursor. */
const createChangesTest = async ({ fetchesOne = true }: { fetchesOne?: boolean } = {}) => {
  const all = new Map<string, Item>()
  const asked: string[] = []
  const cursors: (Date | undefined)[] = []
  let changed: Item[] = []
  let failure: Error | undefined
  const set = (item: Item): void => {
    all.set(item.id, item)
  }
  const scope = { key: 'all', label: 'All', params: {}, provesAbsence: true }
  const items = defineResource({
    collection: 'items',
    externalId: ({ id }) => id,
    ...(fetchesOne && {
      fetchOne: ({ externalId }: { externalId: string }) => {
        asked.push(externalId)
        if (failure) {
          return Promise.reject(failure)
        }
        const record = all.get(externalId)
        return Promise.resolve(record ? { record } : null)
      },
    }),
    fetchPage: ({ mode, since }) => {
      cursors.push(since)
      return Promise.resolve({ records: mode === 'full' ? [...all.values()] : changed })
    },
    map: ({ name, price }) => ({ name, price }),
    schema: z.looseObject({ id: z.string(), name: z.string(), price: z.unknown().optional() }),
    scopes: { full: () => [scope], incremental: () => [{ ...scope, provesAbsence: false }] },
  })
  const provider = defineProvider({ name: 'own', resources: { items } })
  const project = await createTestProject({
    config: { collections: COLLECTIONS },
    options: { providers: [provider] },
  })
  const { payload } = project
  onTestFinished(() => payload.destroy())
  const find = async (collection: string) => {
    const { docs } = await payload.find({ collection, pagination: false, sort: 'externalId' })
    return docs as Record<string, unknown>[]
  }
  return {
    asked,
    change: (...records: Item[]) => {
      changed = records
      records.forEach(set)
    },
    cursors,
    failWith: (error: Error | undefined) => {
      failure = error
    },
    find,
    query: (text: string) => getAdapter(payload).pool.query(text),
    remove: (id: string) => all.delete(id),
    set,
    sync: async (mode: SyncMode) => {
      const work = { initiatedBy: null, mode, payload, provider: 'own', resource: 'items' } as const
      const [run] = await startRun({ ...work, trigger: 'api' })
      await drainSync({ payload })
      return await getRun({ payload, runId: run!.id })
    },
  }
}

/** A provider of two branches that answer each to its own connection. */
const createBranchesTest = async () => {
  const asked: string[] = []
  let listed: Item[] = []
  const items = defineResource<{ name: string }, string>()({
    collection: 'items',
    externalId: ({ id }) => id,
    fetchOne: ({ externalId, source }) => {
      asked.push(`${source} ${externalId}`)
      return Promise.resolve({ record: { id: externalId, name: 5 } })
    },
    fetchPage: () => Promise.resolve({ records: listed }),
    map: ({ name }) => ({ name }),
    schema: z.looseObject({ id: z.string(), name: z.string() }),
    scopes: {
      full: () => [{ key: 'all', label: 'All', params: {}, provesAbsence: true }],
      incremental: () => [{ key: 'all', label: 'All', params: {} }],
    },
  })
  const provider = defineProvider({
    name: 'own',
    connections: { north: {}, south: {} },
    resources: { items },
    source: ({ name }) => name,
  })
  const { payload } = await createTestProject({
    config: { collections: COLLECTIONS },
    options: { providers: [provider] },
  })
  onTestFinished(() => payload.destroy())
  return {
    asked,
    list: (...records: Item[]) => {
      listed = records
    },
    query: (text: string) => getAdapter(payload).pool.query(text),
    sync: async ({ connection, mode }: { connection: string; mode: SyncMode }) => {
      await startRun({
        connection,
        initiatedBy: null,
        mode,
        payload,
        provider: 'own',
        resource: 'items',
        trigger: 'api',
      })
      await drainSync({ payload })
    },
  }
}

describe('a record that cannot be stored', () => {
  it('should not hold the cursor, and should be asked for until it is in order', async () => {
    const { asked, change, cursors, find, set, sync } = await createChangesTest()
    set({ id: '1', name: 'One' })
    await sync('full')
    change({ id: '2', name: 5 })
    expect(await sync('incremental')).toMatchObject({ counts: { invalid: 1 }, status: 'partial' })
    expect(asked).toEqual([])
    change()

    set({ id: '2', name: 'Two' })
    const run = await sync('incremental')

    expect(cursors[2]!.getTime()).toBeGreaterThan(cursors[1]!.getTime())
    expect(asked).toEqual(['2'])
    expect(run).toMatchObject({ counts: { created: 1, invalid: 0 }, status: 'completed' })
    expect(await find('items')).toMatchObject([{ name: 'One' }, { name: 'Two' }])
    expect(await find('syncIssues')).toMatchObject([{ externalId: '2', status: 'resolved' }])
  })

  it('should be asked for less and less often while it stays wrong', async () => {
    const { asked, change, query, sync } = await createChangesTest()
    await sync('full')
    change({ id: '2', name: 5 })
    await sync('incremental')
    change()

    expect(await sync('incremental')).toMatchObject({ counts: { invalid: 1 }, status: 'partial' })
    expect(await sync('incremental')).toMatchObject({ counts: { invalid: 0 }, status: 'completed' })
    expect(asked).toEqual(['2'])

    const waitHours = async (hours: number) => {
      await query(`update sync_issues set asked_at = asked_at - interval '${hours} hours'`)
      await sync('incremental')
      return asked.length
    }
    expect(await waitHours(1)).toBe(1)
    expect(await waitHours(1)).toBe(2)
    expect(await waitHours(3)).toBe(2)
    expect(await waitHours(1)).toBe(3)
    await query('update sync_issues set asks = 1000')
    expect(await waitHours(167)).toBe(3)
    expect(await waitHours(1)).toBe(4)
  })

  it('should cost at most fifty requests a run, those first that waited longest', async () => {
    const { asked, change, sync } = await createChangesTest()
    await sync('full')
    change(...Array.from({ length: 70 }, (_, index) => ({ id: String(100 + index), name: 5 })))
    await sync('incremental')
    change()

    await sync('incremental')
    expect(asked).toHaveLength(50)
    await sync('incremental')

    expect(new Set(asked).size).toBe(70)
  })

  it('should be forgotten when the provider does not have it any more', async () => {
    const { change, failWith, find, remove, sync } = await createChangesTest()
    await sync('full')
    change({ id: '2', name: 5 }, { id: '3', name: 5 })
    await sync('incremental')
    change()
    remove('2')
    remove('3')

    expect(await sync('incremental')).toMatchObject({ status: 'completed' })
    expect(await find('syncIssues')).toMatchObject([{ status: 'resolved' }, { status: 'resolved' }])

    change({ id: '4', name: 5 })
    await sync('incremental')
    change()
    failWith(new NotFoundError('It has no such item.'))
    await sync('incremental')

    expect(await find('syncIssues')).toMatchObject([{}, {}, { status: 'resolved' }])
  })

  it('should not spoil a run when it cannot be asked for now', async () => {
    const { asked, change, failWith, find, sync } = await createChangesTest()
    await sync('full')
    change({ id: '2', name: 5 }, { id: '3', name: 5 })
    await sync('incremental')
    change()
    failWith(new Error('a mistake of its own'))

    expect(await sync('incremental')).toMatchObject({ status: 'completed' })
    expect(asked).toEqual(['2', '3'])
    expect(await find('syncIssues')).toMatchObject([{ status: 'open' }, { status: 'open' }])
  })

  it('should be refused again while it has a value that its field cannot take', async () => {
    const { asked, change, find, set, sync } = await createChangesTest()
    await sync('full')
    change({ id: '2', name: 'Two', price: '5' })
    expect(await sync('incremental')).toMatchObject({ counts: { invalid: 1 }, status: 'partial' })
    change()

    expect(await sync('incremental')).toMatchObject({ counts: { created: 0, invalid: 1 } })

    expect(asked).toEqual(['2'])
    expect(await find('items')).toEqual([])
    expect(await find('syncIssues')).toMatchObject([{ asks: 1, kind: 'invalid', status: 'open' }])

    set({ id: '2', name: 'Two', price: 5 })
    expect(await sync('full')).toMatchObject({ counts: { created: 1, invalid: 0 } })
    expect(await find('syncIssues')).toMatchObject([{ status: 'resolved' }])
  })

  it('should not be blamed for a failure of the database that passes', async () => {
    const { asked, change, failWith, find, sync } = await createChangesTest()
    await sync('full')
    change({ id: '2', name: 5 }, { id: '3', name: 5 })
    await sync('incremental')
    change()
    const cause = Object.assign(new Error('canceling statement due to lock timeout'), {
      code: '55P03',
    })
    failWith(new Error('Failed query', { cause }))

    expect(await sync('incremental')).toMatchObject({ status: 'completed' })

    expect(asked).toEqual(['2'])
    expect(await find('syncIssues')).toMatchObject([{ askedAt: null }, { askedAt: null }])
  })

  it.each([
    ['of the first connection where nothing tells', null, { id: 'b1' }, 'north'],
    ['of the connection whose scope listed it', 'south/all', { id: 'b1' }, 'south'],
  ])(
    'should be asked for by the runs %s when the log of its run is gone',
    async (_of, scope, { id }, owner) => {
      const { asked, list, query, sync } = await createBranchesTest()
      list({ id, name: 'One' })
      await sync({ connection: 'south', mode: 'full' })
      list({ id, name: 5 })
      await sync({ connection: 'south', mode: 'incremental' })
      list()
      await query('update sync_issues set run_id = null')
      await query(
        scope === null ? 'delete from sync_records' : `update sync_records set scope = '${scope}'`,
      )

      await sync({ connection: 'south', mode: 'incremental' })
      await sync({ connection: 'north', mode: 'incremental' })

      expect(asked).toEqual([`${owner} ${id}`])
    },
  )

  it('should wait for the next full run where the provider cannot be asked for one', async () => {
    const { change, find, set, sync } = await createChangesTest({ fetchesOne: false })
    await sync('full')
    change({ id: '2', name: 5 })
    await sync('incremental')
    change()
    set({ id: '2', name: 'Two' })

    expect(await sync('incremental')).toMatchObject({ status: 'completed' })
    expect(await sync('full')).toMatchObject({ counts: { created: 1 }, status: 'completed' })
    expect(await find('syncIssues')).toMatchObject([{ status: 'resolved' }])
  })
})
