import type { CollectionConfig, Config, TypedUser } from 'payload'

import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import type { OnMissing, SyncMode } from '../../src/sdk/index.js'
import type { MergeTest } from '../merge/createMergeTest.js'
import type { TestProject } from '../project/createTestProject.js'

import { getSync } from '../../src/index.js'
import { defineProvider, defineResource, UnavailableError } from '../../src/sdk/index.js'
import { listAbsent } from '../../src/sync/operations/records/absence/listAbsent.js'
import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { toCount } from '../long/toCount.js'
import { createMergeTest } from '../merge/createMergeTest.js'
import { createTestProject } from '../project/createTestProject.js'
import { testSlugs } from '../project/testSlugs.js'

/** The largest costs most of the time of all. */
const LARGEST = toCount({ long: 1000, short: 100 })

const SIZES = [3, 5, 50, LARGEST]

const AFTER = 3

type Row = { id: string; name: string }

const toRows = (size: number, league = 'own'): Row[] =>
  Array.from({ length: size }, (_, index) => ({
    id: `${league}-${size}-${String(index).padStart(4, '0')}`,
    name: `Row ${index}`,
  }))

/** What a provider answers for a scope of this size while it is out of order. */
const OUTAGES: Record<string, (size: number) => Row[] | undefined> = {
  'an empty list': () => [],
  'an error': () => {
    throw new UnavailableError('The provider is down.')
  },
  "another league's rows": (size) => toRows(size, 'other'),
  'exactly half': (size) => toRows(size).slice(0, Math.floor(size / 2)),
  'more than half': (size) => toRows(size).slice(0, Math.floor(size / 2) + 1),
  'nothing but a status': () => undefined,
}

let project: TestProject
let answer: (size: number) => Row[] | undefined = toRows

const answerSchema = z.object({ rows: z.array(z.unknown()) })

beforeAll(async () => {
  const listScopes = () =>
    SIZES.map((size) => ({
      key: String(size),
      label: `Scope of ${size}`,
      params: { size },
      provesAbsence: true,
    }))
  const rows = defineResource({
    collection: 'rows',
    externalId: ({ id }) => id,
    fetchPage: ({ scope }) =>
      Promise.resolve({ records: answerSchema.parse({ rows: answer(scope.size) }).rows }),
    map: ({ name }) => ({ name }),
    schema: z.looseObject({ id: z.string(), name: z.string() }),
    scopes: { full: listScopes, incremental: listScopes, live: listScopes },
  })
  const provider = defineProvider({ name: 'own', resources: { rows }, source: () => 'memory' })
  project = await createTestProject({
    config: {
      collections: [
        { slug: 'users', auth: true, fields: [] },
        { slug: 'rows', fields: [{ name: 'name', type: 'text' }] },
      ],
    },
    options: { absence: { after: AFTER }, batchSize: 1000, providers: [provider] },
  })
  expect(await sync()).toMatchObject({ counts: { created: 58 + LARGEST }, status: 'completed' })
})

afterAll(() => project.payload.destroy())

const sync = async (mode: SyncMode = 'full') => {
  const { payload } = project
  const work = { initiatedBy: null, payload, provider: 'own', resource: 'rows' } as const
  const [run] = await startRun({ ...work, mode, trigger: 'api' })
  await drainSync({ payload })
  return await getRun({ payload, runId: run!.id })
}

const query = async (text: string) =>
  (await getAdapter(project.payload).pool.query<Record<string, unknown>>(text)).rows

/** What came with the answer for another league is half of each scope by then. */
const forgetOthers = async () => {
  await query(`delete from rows where external_id like 'other-%'`)
  await query(`delete from sync_records where external_id like 'other-%'`)
}

/** How many records of each scope are missing. */
const countMissing = async () =>
  Object.fromEntries(
    (
      await query(
        `select scope, count(missing_at)::int as missing from sync_records
         where external_id like 'own-%' group by scope`,
      )
    ).map(({ missing, scope }) => [String(scope), missing]),
  )

const NONE = Object.fromEntries(SIZES.map((size) => [String(size), 0]))

const findOpen = async (kind: string) => {
  const { docs } = await project.payload.find({
    collection: testSlugs.syncIssues,
    pagination: false,
    sort: 'externalId',
    where: { kind: { equals: kind }, status: { equals: 'open' } },
  })
  return docs as unknown as { externalId: string; id: number }[]
}

describe('a provider that is out of order', () => {
  it.each(Object.keys(OUTAGES))(
    'should not make a record missing for a while by %s',
    async (name) => {
      answer = OUTAGES[name]!
      for (let read = 1; read < AFTER; read += 1) {
        const { counts } = await sync()
        expect(counts.missing, `read ${read}`).toBe(0)
      }
      if (name === 'more than half') {
        await sync('incremental')
        await sync('live')
      }
      expect(await countMissing()).toEqual(NONE)
      expect(await findOpen('missing')).toEqual([])
      answer = toRows
      await forgetOthers()
      expect(await sync()).toMatchObject({ counts: { missing: 0 }, status: 'completed' })
      expect(await findOpen('absence')).toEqual([])
    },
  )
})

describe('a provider that stays so', () => {
  it('should make missing what is less than the share, in a scope that is not small', async () => {
    answer = OUTAGES['more than half']!
    for (let read = 0; read <= AFTER; read += 1) {
      await sync()
    }
    expect(await countMissing()).toEqual({ 3: 0, 5: 2, 50: 24, [LARGEST]: LARGEST / 2 - 1 })
    expect(await findOpen('absence')).toMatchObject([{ externalId: 'scope:3' }])
    const [small] = await findOpen('absence')
    const { confirmAbsence } = getSync(project.payload)
    const user = { id: 1, collection: 'users' } as unknown as TypedUser
    const req = await createLocalReq({ user }, project.payload)
    // The first half of its three is what this outage leaves out.
    const lacking = [{ externalId: 'own-3-0002' }]
    expect(await listAbsent({ issueId: small!.id, req })).toMatchObject(lacking)
    expect(await confirmAbsence({ issueId: small!.id })).toEqual({ missing: 1 })
    expect(await countMissing()).toMatchObject({ 3: 1 })
    await expect(confirmAbsence({ issueId: small!.id })).rejects.toMatchObject({
      code: 'UNKNOWN_ISSUE',
    })
    expect(await query('select count(*)::int as n from rows')).not.toEqual([{ n: 0 }])

    answer = toRows
    await sync()
    expect(await countMissing()).toEqual(NONE)
    expect(await findOpen('missing')).toEqual([])
  })

  it('should make nothing missing at the share and above, until a person confirms it', async () => {
    for (const name of ['exactly half', "another league's rows", 'an empty list']) {
      answer = OUTAGES[name]!
      for (let read = 0; read < AFTER; read += 1) {
        expect(await sync(), name).toMatchObject({ status: 'partial' })
      }
      expect({ name, missing: await countMissing() }).toEqual({ name, missing: NONE })
    }
    const issues = await findOpen('absence')
    expect(issues.map(({ externalId }) => externalId)).toEqual(
      expect.arrayContaining(SIZES.map((size) => `scope:${size}`)),
    )
    const fifty = issues.find(({ externalId }) => externalId === 'scope:50')!
    await getSync(project.payload).confirmAbsence({ issueId: fifty.id })
    expect(await countMissing()).toEqual({ ...NONE, 50: 50 })
    answer = toRows
    await forgetOthers()
    await sync()
    expect(await countMissing()).toEqual(NONE)
  })
})

const open = async (
  onMissing: OnMissing,
  collection?: Partial<CollectionConfig>,
  config?: Pick<Config, 'localization'>,
) => {
  const test = await createMergeTest({
    collection: {
      fields: [
        { name: 'title', type: 'text' },
        { name: 'note', type: 'text' },
      ],
      ...collection,
    },
    config,
    options: { absence: { after: 1, onMissing } },
  })
  say(test, 12)
  await test.sync()
  return test
}

const toId = (index: number): string => String(100 + index)

/** The provider lists the first of them. */
const say = ({ answer: answerWith }: MergeTest, count: number): void =>
  answerWith(Array.from({ length: count }, (_, index) => ({ id: toId(index), title: 'said' })))

/** The twelfth show is nobody's work, the eleventh has a note of an editor. */
const note = async ({ asEditor, find, payload }: MergeTest): Promise<void> => {
  const show = (await find()).find(({ externalId }) => externalId === toId(10))!
  await payload.update({ id: show.id, collection: 'shows', ...asEditor, data: { note: 'mine' } })
}

const listIds = async ({ find }: MergeTest, draft?: boolean) =>
  (await find({ draft })).map(({ externalId }) => externalId)

describe('the document of a missing record', () => {
  it.each([
    ['trash', { trash: true }],
    ['delete', {}],
  ] as const)(
    'should be gone by the rule "%s", unless an editor worked on it',
    async (rule, collection) => {
      const test = await open(rule, collection)
      await note(test)
      say(test, 10)
      expect(await test.sync()).toMatchObject({ counts: { missing: 2 }, status: 'completed' })
      const ids = await listIds(test)
      expect(ids).toHaveLength(11)
      expect(ids).toContain(toId(10))
      expect(ids).not.toContain(toId(11))
      expect(await test.findIssues()).toMatchObject([
        { details: { removal: 'flagged' }, externalId: toId(10), kind: 'missing' },
        { details: { removal: rule === 'trash' ? 'trashed' : 'deleted' }, externalId: toId(11) },
      ])
      expect((await getSync(test.payload).deleted()).totalDocs).toBe(0)
      expect(await test.sync()).toMatchObject({ counts: { deferred: 0, missing: 0 } })

      say(test, 12)
      await test.sync()
      expect(await listIds(test)).toHaveLength(12)
      expect((await test.findIssues()).filter(({ status }) => status === 'open')).toEqual([])
      expect(await test.sync()).toMatchObject({ counts: { unchanged: 12 } })
    },
  )

  it('should be a draft by the rule "unpublish", and published when it is back', async () => {
    const test = await open('unpublish', { versions: { drafts: true } })
    say(test, 10)
    await test.sync()
    const statuses = async () => (await test.find()).map(({ _status }) => _status)
    const published = Array.from({ length: 10 }, () => 'published')
    expect(await statuses()).toEqual([...published, 'draft', 'draft'])
    say(test, 12)
    await test.sync()
    expect(await statuses()).toEqual([...published, 'published', 'published'])
  })

  it('should be nobody\'s business by the rule "ignore"', async () => {
    const test = await open('ignore')
    say(test, 10)
    expect(await test.sync()).toMatchObject({ counts: { missing: 0 }, status: 'completed' })
    expect(await test.findIssues()).toEqual([])
    expect(await listIds(test)).toHaveLength(12)
  })
})

type Save = { data: Record<string, unknown>; draft?: boolean; locale?: 'de' }

/** What an editor does with the twelfth show, save by save, that must not get lost. */
const WORKS: Record<string, Save[]> = {
  'a draft in work': [{ data: { note: 'mine' }, draft: true }],
  'a draft in work that differs in nothing yet': [{ data: {}, draft: true }],
  'a draft of what was unpublished': [
    { data: { _status: 'draft' } },
    { data: { note: 'mine' }, draft: true },
  ],
  'a translated draft of what was unpublished': [
    { data: { _status: 'draft' } },
    { data: { essay: 'deutsch' }, draft: true, locale: 'de' },
  ],
  'a translation': [{ data: { essay: 'deutsch' }, locale: 'de' }],
  'a translation of what the provider says': [{ data: { name: 'deutsch' }, locale: 'de' }],
  'a translation of what the provider says in a group': [
    { data: { place: { hall: 'Halle' } }, locale: 'de' },
  ],
}

const toTranslated = (): Partial<CollectionConfig> => ({
  fields: [
    { name: 'title', type: 'text' },
    { name: 'note', type: 'text' },
    { name: 'name', type: 'text', localized: true },
    { name: 'essay', type: 'text', defaultValue: 'given', localized: true },
    { name: 'place', type: 'group', fields: [{ name: 'hall', type: 'text', localized: true }] },
    { name: 'acts', type: 'array', fields: [{ name: 'name', type: 'text', localized: true }] },
  ],
  trash: true,
  versions: { drafts: true },
})

const LOCALIZATION = {
  localization: { defaultLocale: 'en', fallback: false, locales: ['en', 'de'] },
}

const sayInEnglish = ({ answer: answerWith }: MergeTest, count: number): void =>
  answerWith(
    Array.from({ length: count }, (_, index) => ({
      id: toId(index),
      name: 'said',
      acts: [{ name: 'said' }],
      place: { hall: 'said' },
      title: 'said',
    })),
  )

/** Everything that is stored of the twelfth show, in all languages. */
const findTwelfth = async ({ find }: MergeTest) => ({
  draft: (await find({ draft: true, locale: 'all' })).find(isTwelfth),
  published: (await find({ locale: 'all' })).find(isTwelfth),
})

const isTwelfth = ({ externalId }: Record<string, unknown>): boolean => externalId === toId(11)

/** Twelve shows, of which the provider goes on to list eleven. */
const loseTwelfth = async (rule: OnMissing, work: (test: MergeTest) => Promise<void>) => {
  const test = await open(rule, toTranslated(), LOCALIZATION)
  sayInEnglish(test, 12)
  await test.sync()
  await work(test)
  const before = await findTwelfth(test)
  sayInEnglish(test, 11)
  expect(await test.sync()).toMatchObject({ counts: { missing: 1 }, status: 'completed' })
  return { after: await findTwelfth(test), before, test }
}

const saveTwelfth = async (test: MergeTest, saves: Save[]): Promise<void> => {
  const { id } = (await findTwelfth(test)).published!
  for (const each of saves) {
    await test.payload.update({ id, collection: 'shows', ...test.asEditor, ...each })
  }
}

describe('what an editor has in work, or in another language', () => {
  it.each(Object.entries(WORKS))('should not be deleted: %s', async (_name, saves) => {
    const { after, before, test } = await loseTwelfth('delete', (lost) => saveTwelfth(lost, saves))

    expect(after).toEqual(before)
    expect(await test.findIssues()).toMatchObject([{ details: { removal: 'flagged' } }])
  })

  it('should not be deleted: a translation in a row of a list', async () => {
    const { after, before } = await loseTwelfth('delete', async (test) => {
      const { acts } = (await findTwelfth(test)).published!
      const [{ id }] = acts as [{ id: string }]
      await saveTwelfth(test, [{ data: { acts: [{ id, name: 'Akt' }] }, locale: 'de' }])
    })

    expect(after).toEqual(before)
  })

  it.each(['trash', 'unpublish'] as const)(
    'should stay where it is by the rule "%s"',
    async (rule) => {
      const { after, before } = await loseTwelfth(rule, (test) =>
        saveTwelfth(test, WORKS['a draft in work']!),
      )

      expect(after).toEqual(before)
      expect(after.published).toMatchObject({ _status: 'published', deletedAt: null })
    },
  )

  it('should keep nothing where nobody did anything', async () => {
    const { after } = await loseTwelfth('delete', () => Promise.resolve())

    expect(after).toEqual({ draft: undefined, published: undefined })
  })
})
