import type { CollectionConfig } from 'payload'

import { expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'

import type { SyncMode } from '../../src/sdk/index.js'

import { defineProvider, defineResource, reference } from '../../src/sdk/index.js'
import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { getStatus } from '../../src/sync/operations/status/getStatus.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createTestProject } from '../project/createTestProject.js'
import { testSlugs } from '../project/testSlugs.js'

const CLUBS = Array.from({ length: 38 }, (_, index) => ({ id: `c${10 + index}` }))

/** Each club against the next one. */
const GAMES = CLUBS.map(({ id }, index) => ({
  id: `g${10 + index}`,
  away: CLUBS[(index + 1) % CLUBS.length]!.id,
  home: id,
}))

const row = z.looseObject({ id: z.string() })

const scope = { key: 'all', label: 'All', params: {} }

const scopes = { full: () => [scope], incremental: () => [scope] }

type IssueRow = {
  externalId: null | string
  kind: string
  message: string
  recordCount: null | number
  records: null | Record<string, unknown>
  resource: string
  status: string
}

/**
 * Clubs whose collection has a field of somebody else that must not be empty, and what points to
 * them: games by stubs, fans without, and seats that cannot be without their club.
 */
const createClubsTest = async () => {
  const asked: string[] = []
  const tried: string[] = []
  let clubs: { id: string }[] = CLUBS
  let changed: { id: string }[] = []
  let fill: (externalId: string) => boolean = () => false
  const toClub = (id: string) => reference({ externalId: id, resource: 'clubs' })
  const toStub = (id: string) =>
    reference({ externalId: id, resource: 'clubs', stub: { name: `Club ${id}` } })
  const provider = defineProvider({
    name: 'own',
    resources: {
      clubs: defineResource({
        collection: 'clubs',
        externalId: ({ id }) => id,
        fetchOne: ({ externalId }) => {
          asked.push(externalId)
          return Promise.resolve({ record: { id: externalId } })
        },
        fetchPage: ({ mode }) => Promise.resolve({ records: mode === 'full' ? clubs : changed }),
        map: ({ id }) => ({ name: `Club ${id}` }),
        schema: row,
        scopes,
      }),
      fans: defineResource({
        collection: 'fans',
        externalId: ({ id }) => id,
        fetchPage: () => Promise.resolve({ records: CLUBS }),
        map: ({ id }) => ({ name: `Fan of ${id}`, club: toClub(id) }),
        references: ['clubs'],
        schema: row,
        scopes,
      }),
      games: defineResource({
        collection: 'games',
        externalId: ({ id }) => id,
        fetchPage: () => Promise.resolve({ records: GAMES }),
        map: ({ away, home }) => ({ away: toStub(away), home: toStub(home) }),
        references: ['clubs'],
        schema: z.looseObject({ id: z.string(), away: z.string(), home: z.string() }),
        scopes,
      }),
      seats: defineResource({
        collection: 'seats',
        externalId: ({ id }) => id,
        fetchPage: () => Promise.resolve({ records: CLUBS }),
        map: ({ id }) => ({ club: toClub(id) }),
        references: ['clubs'],
        schema: row,
        scopes,
      }),
    },
  })
  const relation = (name: string, required = false): CollectionConfig['fields'][number] => ({
    name,
    type: 'relationship',
    relationTo: 'clubs',
    required,
  })
  const project = await createTestProject({
    config: {
      collections: [
        { slug: 'users', auth: true, fields: [] },
        {
          slug: 'clubs',
          fields: [
            { name: 'name', type: 'text' },
            { name: 'tenant', type: 'text', required: true },
          ],
          hooks: {
            beforeValidate: [
              ({ data }) => {
                tried.push(String((data as { externalId: string }).externalId))
              },
            ],
          },
        },
        { slug: 'fans', fields: [{ name: 'name', type: 'text' }, relation('club')] },
        { slug: 'games', fields: [relation('away'), relation('home')] },
        { slug: 'seats', fields: [relation('club', true)] },
      ],
    },
    options: {
      beforeWrite: ({ collection, data, externalId }) =>
        collection === 'clubs' && fill(externalId) ? { ...data, tenant: 'north' } : data,
      providers: [provider],
    },
  })
  const { payload } = project
  onTestFinished(() => payload.destroy())
  const findIssues = async (resource: string, status = 'open'): Promise<IssueRow[]> => {
    const { docs } = await payload.find({
      collection: testSlugs.syncIssues,
      depth: 0,
      pagination: false,
      sort: 'externalId',
      where: { resource: { equals: resource }, status: { equals: status } },
    })
    return docs as unknown as IssueRow[]
  }
  return {
    asked,
    change: (...records: { id: string }[]) => {
      changed = records
    },
    count: async (collection: string) => (await payload.count({ collection })).totalDocs,
    fill: (test: (externalId: string) => boolean) => {
      fill = test
    },
    findIssues,
    list: (records: { id: string }[]) => {
      clubs = records
    },
    payload,
    query: (text: string) => getAdapter(payload).pool.query(text),
    sync: async (resource: string, mode: SyncMode = 'full') => {
      const work = { initiatedBy: null, mode, payload, provider: 'own', resource } as const
      const [run] = await startRun({ ...work, trigger: 'api' })
      await drainSync({ payload })
      return await getRun({ payload, runId: run!.id })
    },
    tried,
  }
}

const FIRST = new Set(CLUBS.slice(0, 10).map(({ id }) => id))

it('should tell once what keeps many records away, and what waits for them, until the last is stored', async () => {
  const { asked, count, fill, findIssues, payload, sync, tried } = await createClubsTest()

  expect(await sync('clubs')).toMatchObject({ counts: { invalid: 38 }, status: 'partial' })

  expect(await findIssues('clubs')).toMatchObject([
    {
      externalId: null,
      kind: 'write',
      message:
        '38 records could not be stored. tenant: This field is required. The provider says nothing of it.',
      recordCount: 38,
    },
  ])
  const { providers } = await getStatus({ payload })
  expect(providers[0]!.resources.find(({ name }) => name === 'clubs')).toMatchObject({
    openIssues: 1,
    recordsWithIssues: 38,
  })

  // What depends on them.
  tried.length = 0
  expect(await sync('games')).toMatchObject({ counts: { invalid: 38 }, status: 'partial' })
  expect(new Set(tried).size).toBe(1)
  expect(await findIssues('games')).toMatchObject([
    {
      externalId: null,
      message: expect.stringMatching(
        /^38 records wait for clubs .* tenant: This field is required/,
      ),
      recordCount: 38,
    },
  ])
  await sync('seats')
  expect(await findIssues('seats')).toMatchObject([
    {
      message: expect.stringMatching(/^38 records .* club: .* points to clubs that are not stored/),
    },
  ])
  expect(await sync('fans')).toMatchObject({ counts: { created: 38 }, status: 'completed' })
  expect(await findIssues('fans')).toMatchObject([
    {
      kind: 'reference',
      message: expect.stringMatching(
        /^38 records point to clubs .* tenant: This field is required/,
      ),
      recordCount: 38,
    },
  ])

  // The same again is the same.
  for (const resource of ['clubs', 'games', 'seats', 'fans']) {
    await sync(resource)
    expect(await findIssues(resource), resource).toMatchObject([{ recordCount: 38 }])
  }

  // All of them are asked for again, and those that are stored leave it.
  fill((externalId) => FIRST.has(externalId))
  const partly = await sync('clubs', 'incremental')
  expect(partly).toMatchObject({ counts: { created: 10, invalid: 28 } })
  expect(new Set(asked).size).toBe(38)
  expect(await findIssues('clubs')).toMatchObject([
    { message: expect.stringMatching(/^28 records could not/), recordCount: 28 },
  ])
  await sync('games')
  // The nine games of two clubs that are there.
  expect(await count('games')).toBe(9)
  expect(await findIssues('games')).toMatchObject([{ recordCount: 29 }])

  fill(() => true)
  for (const resource of ['clubs', 'games', 'seats', 'fans']) {
    expect(await sync(resource), resource).toMatchObject({ status: 'completed' })
    expect(await findIssues(resource), resource).toEqual([])
    expect(await findIssues(resource, 'resolved'), resource).toMatchObject([{ records: {} }])
    expect(await count(resource), resource).toBe(38)
  }
})

it('should be the issue of a record while it is one, and of all that had one each before', async () => {
  const { change, fill, findIssues, list, query, sync } = await createClubsTest()
  list([{ id: 'c1' }])
  await sync('clubs')
  expect(await findIssues('clubs')).toMatchObject([
    { externalId: 'c1', message: expect.stringMatching(/^The record could not be stored/) },
  ])

  // As an earlier version would have left them: a row each, of which nobody knows a cause.
  await query(`insert into sync_issues (provider, resource, external_id, kind, status, message)
    values ('own', 'clubs', 'c2', 'write', 'open', 'one'),
      ('own', 'clubs', 'c3', 'write', 'open', 'two'),
      ('own', 'clubs', 'c4', 'write', 'open', 'three'),
      ('own', 'clubs', 'c5', 'write', 'ignored', 'four')`)
  list([{ id: 'c1' }, { id: 'c2' }, { id: 'c5' }])
  await sync('clubs')
  expect(await findIssues('clubs')).toMatchObject([
    { externalId: 'c3' },
    { externalId: 'c4' },
    { recordCount: 2, records: { c1: {}, c2: {} } },
  ])
  expect(await findIssues('clubs', 'ignored')).toMatchObject([{ externalId: 'c5' }])

  // Those that were not met since close as they did.
  fill((externalId) => externalId !== 'c1')
  list([{ id: 'c3' }, { id: 'c2' }])
  await sync('clubs')
  expect(await findIssues('clubs')).toMatchObject([
    { externalId: 'c4' },
    { message: expect.stringMatching(/^1 record could not/), recordCount: 1 },
  ])

  // A person who does not want to hear of it does not hear of more of it.
  await query(`update sync_issues set status = 'ignored' where key is not null`)
  fill(() => false)
  change({ id: 'c6' }, { id: 'c7' })
  await sync('clubs', 'incremental')
  expect(await findIssues('clubs')).toEqual([])
  expect(await findIssues('clubs', 'ignored')).toMatchObject([
    { externalId: 'c5' },
    { records: { c1: {}, c4: {}, c6: {}, c7: {} } },
  ])
})

it('should ask for fifty of them a run, those first that waited longest, and for each less and less often', async () => {
  const { asked, change, findIssues, list, query, sync } = await createClubsTest()
  list(Array.from({ length: 70 }, (_, index) => ({ id: `c${100 + index}` })))
  await sync('clubs')
  change()

  await sync('clubs', 'incremental')
  expect(asked).toHaveLength(50)
  await sync('clubs', 'incremental')
  expect(new Set(asked).size).toBe(70)
  await sync('clubs', 'incremental')
  expect(asked).toHaveLength(70)
  expect(await findIssues('clubs')).toMatchObject([{ recordCount: 70 }])

  const hourAgo = new Date(Date.now() - 2 * 60 * 60 * 1000).toISOString()
  await query(`update sync_issues set
    records = jsonb_set(records, '{c105,askedAt}', to_jsonb('${hourAgo}'::text))`)
  await sync('clubs', 'incremental')
  expect(asked.slice(70)).toEqual(['c105'])
  const [issue] = await findIssues('clubs')
  expect(issue!.records).toMatchObject({ c104: { asks: 1 }, c105: { asks: 2 } })
})
