import type { PoolClient } from 'pg'

import { expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'

import { defineProvider, defineResource, toReference } from '../../src/sdk/index.js'
import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createTestProject } from '../project/createTestProject.js'

type Item = { id: string; name: string; owner?: string }

const toItems = (count: number, name = 'as it was'): Item[] =>
  Array.from({ length: count }, (_, index) => ({ id: String(100 + index), name, owner: 'o' }))

/** A project whose provider answers from memory: lists by the key of their scope. */
const createSeenTest = async ({ pageSize = 4 }: { pageSize?: number } = {}) => {
  const lists: Record<string, Item[]> = { a: [] }
  let saidAt: Date | undefined
  const items = defineResource({
    collection: 'items',
    externalId: ({ id }) => id,
    fetchPage: ({ cursor, scope }) => {
      const from = Number(cursor ?? 0)
      const all = lists[scope.key]!
      const hasMore = from + pageSize < all.length
      return Promise.resolve({
        records: all.slice(from, from + pageSize),
        ...(hasMore && { next: from + pageSize }),
        ...(saidAt && { saidAt }),
      })
    },
    map: ({ name, owner }) => ({
      name,
      owner: owner && toReference({ id: owner, resource: 'owners', stub: {} }),
    }),
    references: ['owners'],
    schema: z.looseObject({ id: z.string(), name: z.string(), owner: z.string().optional() }),
    scopes: {
      full: () =>
        Object.keys(lists).map((key) => ({
          key,
          label: key,
          params: { key },
          provesAbsence: true,
        })),
    },
  })
  const owners = defineResource({
    collection: 'owners',
    externalId: ({ id }) => id,
    fetchPage: () => Promise.resolve({ records: [] }),
    map: () => ({}),
    schema: z.looseObject({ id: z.string() }),
    scopes: { full: () => [] },
  })
  const { payload } = await createTestProject({
    config: {
      collections: [
        { slug: 'users', auth: true, fields: [] },
        { slug: 'owners', fields: [{ name: 'title', type: 'text' }] },
        {
          slug: 'items',
          fields: [
            { name: 'name', type: 'text' },
            { name: 'owner', type: 'relationship', relationTo: 'owners' },
          ],
        },
      ],
    },
    options: {
      absence: { after: 1 },
      providers: [defineProvider({ name: 'own', resources: { items, owners } })],
    },
  })
  onTestFinished(() => payload.destroy())
  const { pool } = getAdapter(payload)
  const query = async (text: string): Promise<Record<string, unknown>[]> =>
    (await pool.query(text)).rows as Record<string, unknown>[]
  return {
    find: async (id: string) => {
      const { docs } = await payload.find({
        collection: 'items',
        where: { externalId: { equals: id } },
      })
      return docs[0]
    },
    lists,
    payload,
    query,
    /** Which row versions hold the sync records. */
    rows: () => query('select external_id, ctid::text, xmin::text from sync_records order by 1'),
    say: (at: Date | undefined) => {
      saidAt = at
    },
    sync: async () => {
      const [run] = await startRun({
        initiatedBy: null,
        mode: 'full',
        payload,
        provider: 'own',
        resource: 'items',
        trigger: 'api',
      })
      await drainSync({ payload })
      return await getRun({ payload, runId: run!.id })
    },
    /** What was asked of the database meanwhile, connection by connection. */
    watch: async (work: () => Promise<unknown>): Promise<string[][]> => {
      const asked = new Map<PoolClient, string[]>()
      const prototype = (pool as unknown as { Client: { prototype: PoolClient } }).Client.prototype
      const { query: ask } = prototype
      prototype.query = function (this: PoolClient, ...args: unknown[]) {
        const [given] = args as [{ text: string } | string]
        const text = typeof given === 'string' ? given : given.text
        asked.set(this, [...(asked.get(this) ?? []), text.trim().toLowerCase()])
        return (ask as (...all: unknown[]) => unknown).apply(this, args)
      } as typeof ask
      try {
        await work()
      } finally {
        prototype.query = ask
      }
      return [...asked.values()]
    },
  }
}

/** The statements of each transaction that noted what was seen, without its frame. */
const findBatches = (asked: readonly string[][]): string[][] =>
  asked.flatMap((texts) => {
    const batches: string[][] = []
    let open: string[] | undefined
    for (const text of texts) {
      if (text.startsWith('begin')) {
        open = []
      } else if (text.startsWith('commit')) {
        batches.push(open ?? [])
        open = undefined
      } else {
        open?.push(text)
      }
    }
    return batches.filter((batch) => batch.some((text) => text.includes('"sync_sightings"')))
  })

it('should ask three statements of an unchanged batch of many pages, and write no record', async () => {
  const { lists, rows, sync, watch } = await createSeenTest()
  lists.a = toItems(40)
  expect(await sync()).toMatchObject({ counts: { created: 40 }, status: 'completed' })
  const before = await rows()

  let run: unknown
  const asked = await watch(async () => {
    run = await sync()
  })

  expect(run).toMatchObject({ counts: { fetched: 40, unchanged: 40 }, status: 'completed' })
  const batches = findBatches(asked)
  expect(batches).toHaveLength(1)
  // The last one of a scope looks for those that it lacks as well.
  expect(batches[0]!.filter((text) => !text.includes('not exists'))).toHaveLength(3)
  expect(batches[0]).toHaveLength(4)
  expect(await rows()).toEqual(before)
})

it('should write what became absent and what came back, and nothing else', async () => {
  const { lists, query, rows, sync } = await createSeenTest()
  lists.a = toItems(12)
  await sync()
  const before = await rows()
  const [gone] = lists.a.splice(3, 1)

  expect(await sync()).toMatchObject({ counts: { missing: 1, unchanged: 11 } })

  const written = async (): Promise<unknown[]> => {
    const now = await rows()
    return now
      .filter((row, index) => row.ctid !== before[index]!.ctid)
      .map((row) => row.external_id)
  }
  expect(await written()).toEqual(['103'])
  lists.a.push(gone!)
  expect(await sync()).toMatchObject({ counts: { missing: 0, unchanged: 12 } })
  expect(await written()).toEqual(['103'])
  expect(
    await query("select absences, missing_at from sync_records where external_id = '103'"),
  ).toMatchObject([{ absences: '0', missing_at: null }])
})

it('should keep a record of two scopes where it is, and miss it only when both lack it', async () => {
  const { lists, query, rows, sync } = await createSeenTest()
  const shared = { id: 'x', name: 'in both' }
  lists.a = [shared, ...toItems(6)]
  lists.b = [...toItems(14).slice(6), shared]
  await sync()
  const before = await rows()
  await sync()
  expect(await rows()).toEqual(before)

  // Those of the scope under which it is kept are read to their end, and it is in the other.
  lists.b.pop()
  expect(await sync()).toMatchObject({ counts: { missing: 0 }, status: 'completed' })
  expect(await query("select scope from sync_records where external_id = 'x'")).toEqual([
    { scope: 'a' },
  ])
  lists.a.shift()
  expect(await sync()).toMatchObject({ counts: { missing: 1 }, status: 'completed' })
})

it('should leave what was said later as it is, where that changed nothing', async () => {
  const { find, lists, say, sync } = await createSeenTest()
  lists.a = toItems(3)
  await sync()
  const between = new Date()
  await sync()

  lists.a = toItems(3, 'said before')
  say(between)
  expect(await sync()).toMatchObject({ counts: { unchanged: 3, updated: 0 } })
  expect(await find('100')).toMatchObject({ name: 'as it was' })

  say(undefined)
  expect(await sync()).toMatchObject({ counts: { updated: 3 } })
})

it('should keep one row for a list that is read again and again', async () => {
  const { lists, query, sync } = await createSeenTest()
  lists.a = toItems(9)
  await sync()
  const before = await query('select id, seen_at from sync_sightings')
  await sync()

  const after = await query('select id, seen_at from sync_sightings')

  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  expect(Number(after[0]!.seen_at)).toBeGreaterThan(Number(before[0]!.seen_at))
})

it('should close an issue that was opened before the run', async () => {
  const { lists, query, sync } = await createSeenTest()
  lists.a = [{ id: '1', name: 7 as unknown as string }, ...toItems(2)]
  expect(await sync()).toMatchObject({ counts: { invalid: 1 }, status: 'partial' })
  lists.a = [{ id: '1', name: 'right' }, ...toItems(2)]

  expect(await sync()).toMatchObject({ counts: { created: 1, unchanged: 2 } })
  expect(await query('select external_id, status from sync_issues')).toEqual([
    { external_id: '1', status: 'resolved' },
  ])
})
