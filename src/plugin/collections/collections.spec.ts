import type { Field } from 'payload'

import { configToJSONSchema } from 'payload'
import { describe, expect, it } from 'vitest'

import type { Run } from '../../sync/run/Run.js'

import { library } from '../../sdk/content/library.fixture.js'
import { COUNT_NAMES } from '../../sync/run/Run.js'
import { MACHINERY_KEYS } from '../options/collectionKeys.js'
import { ACCESS_KEY } from '../options/findAccess.js'
import {
  getCollection,
  getFields,
  getPaths,
  listPaths,
  startCollections,
  toLetters,
} from './startCollections.fixture.js'

const CONTENT_KEYS = [...library.collections.keys()]

const KEYS = [...CONTENT_KEYS, ...MACHINERY_KEYS]

describe.each([
  { name: 'default slugs', adminUserSlug: 'users', toSlug: (key: string) => key },
  { name: 'renamed slugs', adminUserSlug: 'our-editors', toSlug: (key: string) => `our-${key}` },
])('the collections with $name', ({ adminUserSlug, toSlug }) => {
  it('should be accepted by Payload and its Postgres adapter', async () => {
    const payload = await startCollections({ adminUserSlug, kit: library, toSlug })

    expect(Object.keys(payload.collections)).toEqual(expect.arrayContaining(KEYS.map(toSlug)))
    expect(Object.keys(payload.db.tables).map(toLetters)).toEqual(
      expect.arrayContaining([
        ...CONTENT_KEYS.map((key) => toLetters(toSlug(key))),
        // Bulk statements name these tables, so they stay what they are.
        ...MACHINERY_KEYS.map(toLetters),
      ]),
    )
  })

  it('should relate to nothing but the slugs it was given', async () => {
    const payload = await startCollections({ adminUserSlug, kit: library, toSlug })

    const targets = KEYS.flatMap((key) =>
      getFields(getCollection({ slug: toSlug(key), payload })).flatMap((field) =>
        'relationTo' in field ? field.relationTo : [],
      ),
    )

    expect(targets.length).toBeGreaterThan(2)
    expect([...KEYS.map(toSlug), adminUserSlug]).toEqual(expect.arrayContaining(targets))
  })

  it('should pass the slugs to the component in the sidebar', async () => {
    const payload = await startCollections({ adminUserSlug, kit: library, toSlug })
    const fields: Field[] = getCollection({ slug: toSlug('books'), payload }).fields

    expect(fields.find((field) => 'name' in field && field.name === 'sync')).toMatchObject({
      admin: {
        components: { Field: { serverProps: { slugs: { syncLogs: toSlug('syncLogs') } } } },
        position: 'sidebar',
      },
    })
  })
})

describe('a content collection', () => {
  it.each(CONTENT_KEYS)(
    'should hold its identity, and a record of a provider once: %s',
    async (key) => {
      const payload = await startCollections({ kit: library })
      const collection = getCollection({ slug: key, payload })

      expect(getPaths(getFields(collection))).toEqual(
        expect.arrayContaining(['provider', 'externalId']),
      )
      expect(collection.indexes).toEqual([{ fields: ['provider', 'externalId'], unique: true }])
      // A second index that begins with the provider would be taken for that one.
      const indexed = getFields(collection).filter((field) => 'index' in field && field.index)
      expect(indexed.map((field) => 'name' in field && field.name)).not.toContain('provider')
    },
  )

  it('should be made by nobody but a sync, and not be copied', async () => {
    const payload = await startCollections({ kit: library })
    const { access, disableDuplicate, versions } = getCollection({ slug: 'books', payload })

    expect(await access.create({} as Parameters<typeof access.create>[0])).toBe(false)
    expect({ disableDuplicate, versions }).toMatchObject({ disableDuplicate: true })
  })

  it('should give editors a text of their own where the project has an editor', async () => {
    const withEditor = await startCollections({ kit: library })
    const without = await startCollections({ hasEditor: false, kit: library })

    expect(getPaths(getFields(getCollection({ slug: 'books', payload: withEditor })))).toContain(
      'review',
    )
    expect(getPaths(getFields(getCollection({ slug: 'books', payload: without })))).not.toContain(
      'review',
    )
  })

  it('should stand in the group of its kit, named in every language of the kit', async () => {
    const payload = await startCollections({ kit: library })

    expect(getCollection({ slug: 'books', payload }).admin.group).toEqual({
      de: 'Bibliothek',
      en: 'Library',
    })
  })
})

/** A project in which everybody may know of the connections of everybody. */
const MANAGED = { config: { custom: { [ACCESS_KEY]: { connections: () => true } } } }

describe('a machinery collection', () => {
  const call = (access: unknown, collection: string) =>
    (access as (args: unknown) => unknown)({ req: { payload: MANAGED, user: { collection } } })

  const BY_OTHER_RULES: readonly string[] = [
    'syncChoices',
    'syncConnections',
    'syncDeliveries',
    'syncFileParts',
    'syncHealth',
    'syncLimits',
    'syncSchedules',
    'syncSightings',
    'syncTokens',
    'syncTotals',
  ]

  it.each(MACHINERY_KEYS.filter((key) => !BY_OTHER_RULES.includes(key)))(
    'should be read by users of the admin and changed by nobody: %s',
    async (key) => {
      const payload = await startCollections({ kit: library })
      const { access } = getCollection({ slug: key, payload })

      expect(await call(access.read, 'users')).toBe(true)
      expect(await call(access.read, 'customers')).toBe(false)
      expect(
        [access.create, access.delete, access.update].map((each) => call(each, 'users')),
      ).toEqual([false, false, false])
    },
  )

  it('should be read by nobody where it holds tokens, or tells what others do', async () => {
    const payload = await startCollections({ kit: library })
    for (const slug of ['syncChoices', 'syncHealth', 'syncLimits', 'syncTokens', 'syncTotals']) {
      const { create, delete: remove, read, update } = getCollection({ slug, payload }).access
      expect([create, remove, read, update].map((each) => call(each, 'users'))).toEqual(
        Array(4).fill(false),
      )
    }
    const { flattenedFields } = getCollection({ slug: 'syncTokens', payload })
    expect(flattenedFields.find((field) => field.name === 'sealed')).toMatchObject({ hidden: true })
  })

  it('should have what a run tells', async () => {
    const payload = await startCollections({ kit: library })
    const paths = getPaths(getFields(getCollection({ slug: 'syncLogs', payload })))
    const run = listPaths<Omit<Run, 'counts' | 'id' | 'initiatedBy'>>({
      attempt: true,
      connection: true,
      createdAt: true,
      'error.code': true,
      'error.message': true,
      finishedAt: true,
      lane: true,
      mode: true,
      priority: true,
      'progress.label': true,
      'progress.page': true,
      'progress.recordsDone': true,
      'progress.recordsTotal': true,
      'progress.scopesDone': true,
      'progress.scopesTotal': true,
      provider: true,
      requests: true,
      resource: true,
      retryAt: true,
      'scheduled.at': true,
      'scheduled.lateMs': true,
      'scheduled.schedule': true,
      'scheduled.skipped': true,
      startedAt: true,
      status: true,
      trigger: true,
    })

    expect(paths).toEqual(
      expect.arrayContaining([
        ...run,
        ...COUNT_NAMES.map((name) => `counts.${name}`),
        'batches',
        'checkpoint',
        'initiatedBy',
        'initiator.collection',
        'initiator.user',
        'plan',
        'slot',
      ]),
    )
  })

  it('should hold one row per identity', async () => {
    const payload = await startCollections({ kit: library })
    const getUnique = (slug: string) =>
      getCollection({ slug, payload })
        .indexes.filter(({ unique }) => unique)
        .map(({ fields }) => fields)

    expect(getUnique('syncIssues')).toEqual([['provider', 'resource', 'externalId', 'kind']])
    expect(getUnique('syncChecks')).toEqual([['provider', 'resource', 'externalId']])
    expect(getUnique('syncChoices')).toEqual([['provider', 'what']])
    expect(getUnique('syncSightings')).toEqual([
      ['provider', 'resource', 'connection', 'scope', 'list'],
    ])
    expect(getUnique('syncRecords')).toEqual([['provider', 'resource', 'externalId']])
    expect(getUnique('syncStates')).toEqual([['provider', 'resource', 'connection']])
    expect(getUnique('syncQuotas')).toEqual([['provider', 'connection', 'name']])
    expect(getUnique('syncBreakers')).toEqual([['provider', 'connection']])
    expect(getUnique('syncTotals')).toEqual([['provider', 'resource', 'mode', 'status']])
    expect(getUnique('syncTokens')).toEqual([['provider', 'connection']])
    expect(getCollection({ slug: 'syncLimits', payload }).flattenedFields).toContainEqual(
      expect.objectContaining({ name: 'key', unique: true }),
    )
    expect(getUnique('syncEvents')).toEqual([['subscriber', 'cause']])
  })

  it('should keep the machinery that is not for people out of the admin', async () => {
    const payload = await startCollections({ kit: library })
    const getHidden = (slug: string) => getCollection({ slug, payload }).admin.hidden

    expect(getHidden('syncChecks')).toBe(true)
    expect(getHidden('syncChoices')).toBe(true)
    expect(getHidden('syncRecords')).toBe(true)
    expect(getHidden('syncStates')).toBe(true)
    expect(getHidden('syncQuotas')).toBe(true)
    expect(getHidden('syncBreakers')).toBe(true)
    expect(getHidden('syncTokens')).toBe(true)
    expect(getHidden('syncHealth')).toBe(true)
    expect(getHidden('syncLimits')).toBe(true)
    expect(getHidden('syncTotals')).toBe(true)
    expect(getHidden('syncEvents')).toBe(true)
    expect(getHidden('syncLogs')).not.toBe(true)
  })
})

it('should make types that name the collections', async () => {
  const { config } = await startCollections({ kit: library })
  const schema = configToJSONSchema(config, 'number')

  expect(Object.keys(schema.definitions ?? {})).toEqual(
    expect.arrayContaining(['authors', 'books', 'syncLogs']),
  )
})
