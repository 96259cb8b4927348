import type { CollectionBeforeChangeHook, CollectionConfig, Field } from 'payload'

import { describe, expect, it, onTestFinished } from 'vitest'

import type { Provider, SyncDocument } from '../../src/sdk/index.js'
import type { RunDetails } from '../../src/sync/store/runs/read/findRun.js'
import type { TestRecord } from '../project/createTestProvider.js'

import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { createTestProject } from '../project/createTestProject.js'
import { createTestProvider } from '../project/createTestProvider.js'
import { testSlugs } from '../project/testSlugs.js'

type Document = { id: number | string } & Record<string, unknown>

type Write = { context: unknown; externalId: unknown; operation: string }

type CreateProjectTestArgs = {
  /** A hook of the project, behind the one that notes every write. */
  beforeChange?: CollectionBeforeChangeHook
  pageSize?: number
  records: readonly TestRecord[]
}

/** More than two pages, so that a run takes several batches. */
const COUNT = 25

const toGames = (count = COUNT): TestRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    id: String(1000 + index),
    name: `Game ${index}`,
    score: 0,
  }))

/** Every field, those in rows and tabs included, as the project wants it; `null` drops it. */
const mapFields = (fields: readonly Field[], change: (field: Field) => Field | null): Field[] =>
  fields.flatMap((field): Field[] => {
    if (field.type === 'tabs') {
      return [
        {
          ...field,
          tabs: field.tabs.map((tab) => ({ ...tab, fields: mapFields(tab.fields, change) })),
        },
      ]
    }
    if (field.type === 'row') {
      return [{ ...field, fields: mapFields(field.fields, change) }]
    }
    const changed = change(field)
    return changed ? [changed] : []
  })

/** As a project's own code does it: titles in two languages, a note of its editors, no events. */
const overrideFields = ({ fields }: CollectionConfig): Field[] => [
  ...mapFields(fields, (field) => {
    if (field.type === 'text' && field.name === 'title') {
      return { ...field, localized: true }
    }
    return field.type === 'json' && field.name === 'events' ? null : field
  }),
  { name: 'note', type: 'text' },
]

/** The provider with games that also say what happened in them. */
const withEvents = (provider: Provider): Provider => {
  const games = provider.resources.get('games')!
  const map = (...args: Parameters<typeof games.map>): SyncDocument => ({
    ...games.map(...args),
    events: [{ type: 'goal', minute: 4, team: 'home' }],
  })
  return { ...provider, resources: new Map([...provider.resources, ['games', { ...games, map }]]) }
}

/** A project with a mind of its own about matches. */
const createProjectTest = async ({ beforeChange, pageSize, records }: CreateProjectTestArgs) => {
  const provider = await createTestProvider({ pageSize, records })
  onTestFinished(provider.close)
  const writes: Write[] = []
  const noteWrite: CollectionBeforeChangeHook = ({ context, data, operation, originalDoc }) => {
    const externalId: unknown = data.externalId ?? (originalDoc as Document | undefined)?.externalId
    writes.push({ context: context.sync, externalId, operation })
  }
  const { payload } = await createTestProject({
    config: { localization: { defaultLocale: 'en', locales: ['de', 'en'] } },
    options: {
      collections: {
        matches: {
          overrides: (collection) => ({
            ...collection,
            fields: overrideFields(collection),
            hooks: {
              ...collection.hooks,
              beforeChange: [noteWrite, ...(beforeChange ? [beforeChange] : [])],
            },
          }),
        },
      },
      providers: [withEvents(provider.provider)],
    },
  })
  onTestFinished(() => payload.destroy())

  const findMatches = async (locale?: 'de' | 'en'): Promise<Document[]> => {
    const { docs } = await payload.find({
      collection: testSlugs.matches,
      depth: 0,
      fallbackLocale: false,
      locale,
      pagination: false,
      sort: 'externalId',
    })
    return docs as Document[]
  }
  return {
    edit: async (data: Record<string, unknown>, locale?: 'de' | 'en') => {
      const [match] = await findMatches()
      await payload.update({ id: match!.id, collection: testSlugs.matches, data, locale })
      writes.length = 0
    },
    findIssues: async (): Promise<Document[]> => {
      const { docs } = await payload.find({ collection: testSlugs.syncIssues, depth: 0 })
      return docs as Document[]
    },
    findMatches,
    provider,
    sync: async (): Promise<{ run: RunDetails; writes: Write[] }> => {
      writes.length = 0
      const [queued] = await startRun({
        initiatedBy: null,
        mode: 'full',
        payload,
        provider: 'test',
        resource: 'games',
        trigger: 'api',
      })
      await drainSync({ payload })
      return { run: await getRun({ payload, runId: queued!.id }), writes: [...writes] }
    },
  }
}

const idsOf = (written: readonly Record<string, unknown>[]): unknown[] =>
  written.map(({ externalId }) => externalId)

describe('beside a project that hooks into its matches', () => {
  it('should call a hook once for each document that it creates', async () => {
    const { sync } = await createProjectTest({ records: toGames() })

    const { run, writes } = await sync()

    expect(run).toMatchObject({ counts: { created: COUNT }, status: 'completed' })
    expect(idsOf(writes)).toEqual(toGames().map(({ id }) => id))
    expect(new Set(writes.map(({ operation }) => operation))).toEqual(new Set(['create']))
  })

  it('should call none for a document that did not change', async () => {
    const { findMatches, sync } = await createProjectTest({ records: toGames() })
    await sync()
    const before = await findMatches()

    const { run, writes } = await sync()

    expect(run).toMatchObject({ counts: { unchanged: COUNT }, status: 'completed' })
    expect(writes).toEqual([])
    expect(await findMatches()).toEqual(before)
  })

  it('should call it once for each document that changed, and for no other', async () => {
    const { provider, sync } = await createProjectTest({ records: toGames() })
    await sync()
    provider.answerWith('1003', { score: 1 })
    provider.answerWith('1021', { score: 2 })

    const { run, writes } = await sync()

    expect(run.counts).toMatchObject({ unchanged: COUNT - 2, updated: 2 })
    expect(writes).toMatchObject([
      { externalId: '1003', operation: 'update' },
      { externalId: '1021', operation: 'update' },
    ])
  })

  it('should tell a hook that a sync writes, and which', async () => {
    const { sync } = await createProjectTest({ records: toGames(1) })

    const { run, writes } = await sync()

    expect(writes).toMatchObject([
      { context: { provider: 'test', resource: 'games', runId: run.id } },
    ])
  })

  it('should store what a hook makes of a record, and leave it so', async () => {
    const { findMatches, sync } = await createProjectTest({
      beforeChange: ({ data }) => ({ ...data, note: 'from the hook' }),
      records: toGames(2),
    })
    await sync()

    const { writes } = await sync()

    expect(writes).toEqual([])
    expect((await findMatches()).map(({ note }) => note)).toEqual([
      'from the hook',
      'from the hook',
    ])
  })
})

describe('beside a project that refuses a record', () => {
  const REFUSED = '1013'

  const createRefusingTest = async () => {
    let isStrict = true
    const test = await createProjectTest({
      beforeChange: ({ data, originalDoc }) => {
        const { externalId } = { ...(originalDoc as Document | undefined), ...data } as Document
        if (isStrict && externalId === REFUSED) {
          throw new Error('Not in this project.')
        }
      },
      records: toGames(),
    })
    return {
      ...test,
      relent: () => {
        isStrict = false
      },
    }
  }

  it('should store the others, end partial and tell the reason', async () => {
    const { findIssues, findMatches, sync } = await createRefusingTest()

    const { run } = await sync()

    expect(run).toMatchObject({
      counts: { created: COUNT - 1, fetched: COUNT, invalid: 1 },
      error: { code: 'RECORDS_INVALID' },
      status: 'partial',
    })
    expect(idsOf(await findMatches())).toEqual(
      toGames()
        .map(({ id }) => id)
        .filter((id) => id !== REFUSED),
    )
    expect(await findIssues()).toMatchObject([
      {
        collection: testSlugs.matches,
        details: { reason: 'Not in this project.' },
        externalId: REFUSED,
        kind: 'write',
        message: 'The record could not be stored: Not in this project.',
        status: 'open',
      },
    ])
  })

  it('should try it again at every run and write no other document', async () => {
    const { findIssues, findMatches, sync } = await createRefusingTest()
    await sync()
    const before = await findMatches()

    const { run } = await sync()

    expect(run).toMatchObject({
      counts: { created: 0, invalid: 1, unchanged: COUNT - 1, updated: 0 },
      status: 'partial',
    })
    expect(await findMatches()).toEqual(before)
    expect(await findIssues()).toHaveLength(1)
  })

  it('should store it and close the issue when the project takes it', async () => {
    const { findIssues, findMatches, relent, sync } = await createRefusingTest()
    await sync()

    relent()
    const { run } = await sync()

    expect(run).toMatchObject({ counts: { created: 1 }, status: 'completed' })
    expect(await findMatches()).toHaveLength(COUNT)
    expect(await findIssues()).toMatchObject([{ kind: 'write', status: 'resolved' }])
  })

  it('should keep the document as it was when the project refuses a change of it', async () => {
    let isStrict = false
    const { findIssues, findMatches, provider, sync } = await createProjectTest({
      beforeChange: () => {
        if (isStrict) {
          throw new Error('Closed for today.')
        }
      },
      records: toGames(2),
    })
    await sync()
    const before = await findMatches()

    isStrict = true
    provider.answerWith('1001', { score: 5 })
    const { run } = await sync()

    expect(run).toMatchObject({
      counts: { invalid: 1, unchanged: 1, updated: 0 },
      status: 'partial',
    })
    expect(await findMatches()).toEqual(before)
    expect(await findIssues()).toMatchObject([{ externalId: '1001', kind: 'write' }])
  })
})

describe('beside a project with fields of its own', () => {
  it('should leave alone what belongs to editors', async () => {
    const { edit, findMatches, provider, sync } = await createProjectTest({ records: toGames(1) })
    await sync()
    const preview = {
      root: {
        type: 'root',
        children: [],
        direction: null,
        format: '',
        indent: 0,
        version: 1,
      },
    }
    await edit({ note: 'Derby', preview })

    provider.answerWith('1000', { name: 'Another name', score: 3 })
    await sync()

    expect(await findMatches()).toMatchObject([
      { homeScore: 3, note: 'Derby', preview, title: 'Another name' },
    ])
  })

  it('should do without a field that the project dropped', async () => {
    const { findIssues, findMatches, sync } = await createProjectTest({ records: toGames(1) })

    const { run } = await sync()

    expect(run.status).toBe('completed')
    expect((await findMatches())[0]).not.toHaveProperty('events')
    expect(await findIssues()).toEqual([])
  })
})

describe('beside a project that has its titles in two languages', () => {
  it('should write the default language only', async () => {
    const { findMatches, sync } = await createProjectTest({ records: toGames(1) })
    await sync()

    expect(await findMatches('en')).toMatchObject([{ title: 'Game 0' }])
    expect((await findMatches('de'))[0]?.title ?? null).toBeNull()
  })

  it('should apply a change of the provider and keep a translation', async () => {
    const { edit, findIssues, findMatches, provider, sync } = await createProjectTest({
      records: toGames(1),
    })
    await sync()
    await edit({ title: 'Spiel 0' }, 'de')

    provider.answerWith('1000', { name: 'Renamed' })
    const { run } = await sync()

    expect(run.counts).toMatchObject({ conflicts: 0, updated: 1 })
    expect(await findMatches('en')).toMatchObject([{ title: 'Renamed' }])
    expect(await findMatches('de')).toMatchObject([{ title: 'Spiel 0' }])
    expect(await findIssues()).toEqual([])
  })

  it('should write nothing because of a translation', async () => {
    const { edit, sync } = await createProjectTest({ records: toGames(1) })
    await sync()
    await edit({ title: 'Spiel 0' }, 'de')

    const { run, writes } = await sync()

    expect(run.counts).toMatchObject({ unchanged: 1 })
    expect(writes).toEqual([])
  })

  it("should keep an editor's title and tell the conflict when the provider changes it too", async () => {
    const { edit, findIssues, findMatches, provider, sync } = await createProjectTest({
      records: toGames(1),
    })
    await sync()
    await edit({ title: 'A better title' }, 'en')

    provider.answerWith('1000', { name: 'Renamed' })
    await sync()

    expect(await findMatches('en')).toMatchObject([{ title: 'A better title' }])
    expect(await findIssues()).toMatchObject([
      {
        details: {
          conflicts: [
            { base: 'Game 0', current: 'A better title', field: 'title', incoming: 'Renamed' },
          ],
        },
        kind: 'conflict',
      },
    ])
  })
})
