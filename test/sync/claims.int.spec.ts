import type { Payload } from 'payload'

import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'

import type { FetchPageArgs, Provider, Scope, SyncMode } from '../../src/sdk/index.js'

import { defineProvider, defineResource, RateLimitedError } from '../../src/sdk/index.js'
import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createTestProject } from '../project/createTestProject.js'
import { waitFor } from '../project/waitFor.js'
import { createGate } from './moments/createMomentTest.js'

type Member = { branch: unknown; id: string; note?: string; rank?: number }

/** Pages of the lists by their names; what is no list any more is not asked for. */
type Lists = Record<string, Member[][]>

/** What the two connections see. */
let lists: Record<'north' | 'south', Lists>
/** The order in which a full run reads its lists. */
let order: (names: string[]) => string[]
/** Told before each page is handed over; may throw, or hold it up. */
let onPage: (page: { list: string; mode: SyncMode; page: number }) => Promise<void> | void
let payload: Payload
let writes: number

/** A library whose branches each list their members. */
const defineLibrary = (): Provider =>
  defineProvider({
    name: 'library',
    connections: { north: {}, south: {} },
    resources: {
      members: defineResource<{ branch?: null | string; note?: null | string }, () => Lists>()({
        claim: ({ rank = 1 }) => ({ rank }),
        collection: 'members',
        contestedFields: ['branch'],
        externalId: ({ id }) => id,
        fetchPage: async ({
          cursor,
          mode,
          scope: { list },
          source,
        }: FetchPageArgs<{ list: string }, () => Lists>) => {
          const page = typeof cursor === 'number' ? cursor : 0
          const pages = source()[list] ?? []
          await onPage({ list, mode, page })
          const next = page + 1 < pages.length ? { next: page + 1 } : {}
          return { records: pages[page] ?? [], ...next }
        },
        map: ({ branch, note }) => ({ branch, ...(note !== undefined && { note }) }),
        schema: z.looseObject({
          id: z.string(),
          branch: z.string(),
          note: z.string().optional(),
          rank: z.number().optional(),
        }),
        scopes: {
          full: ({ source }) => order(Object.keys(source())).map(toScope),
          incremental: ({ source }) => Object.keys(source()).map(toScope),
          live: ({ source }) => Object.keys(source()).map(toScope),
        },
      }),
    },
    source:
      ({ name }) =>
      () =>
        lists[name as 'north' | 'south'],
  })

const toScope = (list: string): Scope<{ list: string }> => ({
  key: list,
  label: `List ${list}`,
  params: { list },
})

beforeEach(async () => {
  lists = { north: {}, south: {} }
  onPage = () => undefined
  order = (names) => names
  writes = 0
  const project = await createTestProject({
    config: {
      collections: [
        { slug: 'users', auth: true, fields: [] },
        {
          slug: 'members',
          fields: [
            { name: 'branch', type: 'text' },
            { name: 'note', type: 'text' },
          ],
          hooks: { afterChange: [() => void (writes += 1)] },
        },
      ],
    },
    options: { providers: [defineLibrary()], retries: 1 },
  })
  payload = project.payload
})

afterEach(async () => {
  await payload.destroy()
})

type SyncArgs = { connection?: 'north' | 'south'; mode?: SyncMode }

const start = async ({ connection = 'north', mode = 'full' }: SyncArgs = {}) => {
  const [run] = await startRun({
    connection,
    initiatedBy: null,
    mode,
    payload,
    provider: 'library',
    resource: 'members',
    trigger: 'api',
  })
  return run!
}

const sync = async (args: SyncArgs = {}) => {
  writes = 0
  const run = await start(args)
  await drainSync({ payload })
  const { attempt, counts, status } = await getRun({ payload, runId: run.id })
  return { attempt, counts, status, writes }
}

/** Has a run ask for its first page, and hand it over when everything of `others` is stored. */
const syncAround = async ({
  others,
  ...args
}: { others: () => Promise<SyncArgs> } & SyncArgs): Promise<void> => {
  const gate = createGate()
  const before = onPage
  let isHeld = false
  onPage = async () => {
    if (!isHeld) {
      isHeld = true
      await gate.stand()
    }
  }
  await start(args)
  const drained = drainSync({ payload })
  await gate.reached
  const other = await start(await others())
  await waitFor({
    event: 'the end of the other run',
    look: async () => (await getRun({ payload, runId: other.id })).finishedAt !== null,
  })
  gate.open()
  await drained
  onPage = before
}

const findBranches = async (): Promise<Record<string, unknown>> => {
  const { docs } = await payload.find({ collection: 'members' as never, pagination: false })
  return Object.fromEntries(
    (docs as unknown as Member[]).map((doc) => [
      (doc as unknown as { externalId: string }).externalId,
      doc.branch,
    ]),
  )
}

const findIssues = async () => {
  const { docs } = await payload.find({ collection: 'syncIssues', sort: 'id' })
  return docs.map(({ externalId, kind, status }) => ({ externalId, kind, status }))
}

const member = (branch: string, id = '1'): Member => ({ id, branch })

it('should come to the same in whichever order the lists are read the next time', async () => {
  lists.north = { a: [[member('A')]], b: [[member('B')]], c: [[member('C')]] }
  expect(await sync()).toMatchObject({ counts: { created: 1, unchanged: 2 }, writes: 1 })

  for (const turned of [
    ['c', 'b', 'a'],
    ['b', 'a', 'c'],
  ]) {
    order = () => turned
    expect(await sync()).toMatchObject({ counts: { unchanged: 3, updated: 0 }, writes: 0 })
    expect(await findBranches()).toEqual({ 1: 'A' })
  }
  expect(await findIssues()).toEqual([{ externalId: '1', kind: 'claim', status: 'open' }])
})

it('should make no difference between two connections and two lists of one', async () => {
  lists = { north: { a: [[member('A')]] }, south: { a: [[member('S')]] } }
  await sync()
  for (const connection of ['south', 'north', 'south'] as const) {
    expect(await sync({ connection })).toMatchObject({ counts: { unchanged: 1 }, writes: 0 })
  }
  expect(await findBranches()).toEqual({ 1: 'A' })
  expect(await findIssues()).toMatchObject([{ kind: 'claim', status: 'open' }])

  // What south does not ask for says nothing of what north does.
  lists.south = { other: [[]] }
  expect(await sync({ connection: 'south' })).toMatchObject({ writes: 0 })
  lists.north = { a: [[]] }
  expect(await sync()).toMatchObject({ counts: { updated: 1 }, writes: 1 })
  expect(await findBranches()).toEqual({ 1: 'S' })
})

it('should end no claim by a run that reads only what changed', async () => {
  const both = { a: [[member('A')]], b: [[member('B')]] }
  lists.north = both
  await sync()

  lists.north = { a: [[]], b: [[member('B')]] }
  expect(await sync({ mode: 'incremental' })).toMatchObject({ writes: 0 })
  expect(await findBranches()).toEqual({ 1: 'A' })

  lists.north = both
  expect(await sync()).toMatchObject({ counts: { unchanged: 2 }, writes: 0 })
})

it('should end a claim by a list that is asked for no more', async () => {
  lists.north = { a: [[member('A')]], b: [[member('B')]] }
  await sync()

  lists.north = { b: [[member('B')]] }
  expect(await sync()).toMatchObject({ counts: { updated: 1 }, writes: 1 })
  expect(await findBranches()).toEqual({ 1: 'B' })
  expect(await findIssues()).toMatchObject([{ status: 'resolved' }])
})

it('should go on where a run was stopped in the middle of a list', async () => {
  lists.north = {
    a: [[member('A', '1')], [member('A', '2')]],
    b: [[member('B', '1'), member('B', '2'), member('B', '3')]],
  }
  await sync()
  lists.north.a = [[member('A', '1')], [member('A', '3')]]
  let stops = 1
  onPage = ({ list, page }) => {
    if (list === 'a' && page === 1 && stops > 0) {
      stops -= 1
      throw new RateLimitedError({ isWait: true, message: 'wait', retryAfterMs: 10 })
    }
  }

  // 2 has left A, and 3 stays where it was first although A lists it now.
  expect(await sync()).toMatchObject({
    attempt: 2,
    counts: { unchanged: 5, updated: 1 },
    status: 'completed',
    writes: 1,
  })
  expect(await findBranches()).toEqual({ 1: 'A', 2: 'B', 3: 'B' })
  expect(await findIssues()).toEqual([
    { externalId: '1', kind: 'claim', status: 'open' },
    { externalId: '2', kind: 'claim', status: 'resolved' },
    { externalId: '3', kind: 'claim', status: 'open' },
  ])
  expect(await sync()).toMatchObject({ counts: { unchanged: 5, updated: 0 }, writes: 0 })
})

it('should end no claim by a record that cannot be read, or by a list that cannot', async () => {
  lists.north = { a: [[member('A')]], b: [[member('B')]] }
  await sync()

  lists.north.a = [[{ id: '1', branch: 7 }]]
  expect(await sync()).toMatchObject({ counts: { invalid: 1, updated: 0 }, writes: 0 })
  lists.north.a = [[{ branch: 'A' } as unknown as Member]]
  expect(await sync()).toMatchObject({ counts: { invalid: 1, updated: 0 }, writes: 0 })
  expect(await findBranches()).toEqual({ 1: 'A' })
})

it('should store nothing that a list said and a field cannot take any more', async () => {
  lists.north = { a: [[member('A')]], b: [[{ ...member('B'), note: 'of B' }]] }
  await sync()
  const spoil = () =>
    getAdapter(payload).pool.query(
      `update sync_records set claims = jsonb_set(claims, '{north/b,document,note}', '7')`,
    )
  const findMembers = async () => (await payload.find({ collection: 'members' as never })).docs

  await spoil()
  lists.north.a = [[]]
  expect(await sync()).toMatchObject({ counts: { fetched: 1, invalid: 1, updated: 1 }, writes: 1 })
  expect(await findMembers()).toMatchObject([{ branch: 'B', note: 'of B' }])

  await spoil()
  lists.north.a = [[member('A')]]
  expect(await sync()).toMatchObject({
    counts: { fetched: 2, invalid: 1, unchanged: 1, updated: 0 },
    writes: 0,
  })
  expect(await findMembers()).toMatchObject([{ branch: 'B', note: 'of B' }])
  expect(await findIssues()).toContainEqual({
    externalId: '1',
    kind: 'invalid',
    status: 'resolved',
  })
})

it('should not mix what two lists of one rank say', async () => {
  lists.north = { a: [[member('A')]], b: [[{ ...member('B'), note: 'of B' }]] }
  await sync()

  const { docs } = await payload.find({ collection: 'members' as never })
  expect(docs).toMatchObject([{ branch: 'A' }])
  expect(docs[0]).not.toMatchObject({ note: 'of B' })
})

it('should hear a list that was asked first and is stored last', async () => {
  lists = {
    north: { a: [[{ ...member('N'), rank: 2 }]] },
    south: { b: [[member('S')]] },
  }

  await syncAround({
    connection: 'north',
    others: () => Promise.resolve({ connection: 'south' }),
  })

  expect(await findBranches()).toEqual({ 1: 'N' })
  for (const connection of ['north', 'south'] as const) {
    expect(await sync({ connection })).toMatchObject({ counts: { unchanged: 1 }, writes: 0 })
  }
})

it('should hear a list change its mind that was asked first and is stored last', async () => {
  lists = {
    north: { a: [[{ ...member('N'), rank: 2 }]] },
    south: { b: [[member('S')]] },
  }
  await sync()
  await sync({ connection: 'south' })

  lists.north = { a: [[{ ...member('M'), rank: 2 }]] }
  await syncAround({
    connection: 'north',
    others: () => Promise.resolve({ connection: 'south' }),
  })

  expect(await findBranches()).toEqual({ 1: 'M' })
})

it('should end a claim by a list that was asked first and is stored last', async () => {
  lists = { north: { a: [[member('N')]] }, south: { b: [[member('S')]] } }
  await sync()
  await sync({ connection: 'south' })
  expect(await findBranches()).toEqual({ 1: 'N' })

  lists.north = { a: [[]] }
  await syncAround({
    connection: 'north',
    others: () => Promise.resolve({ connection: 'south' }),
  })

  expect(await findBranches()).toEqual({ 1: 'S' })
})

it.each([
  { before: [], title: 'takes its place' },
  { before: [member('B')], title: 'says something else' },
])('should hear a list once more while an older answer of it $title', async ({ before }) => {
  lists.north = { a: [[member('A')]], b: [[member('C')]] }
  await sync()

  lists.north = { a: [before], b: [[member('C')]] }
  await syncAround({
    others: () => {
      lists.north = { a: [[member('A')]], b: [[member('C')]] }
      return Promise.resolve({ mode: 'live' })
    },
  })

  expect(await findBranches()).toEqual({ 1: 'A' })
})
