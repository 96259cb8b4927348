import { describe, expect, it } from 'vitest'

import type { SyncPluginOptions } from './SyncPluginOptions.js'

import { library } from '../../sdk/content/library.fixture.js'
import { defineProvider } from '../../sdk/index.js'
import { systemClock } from '../../shared/clock.js'
import { OptionsError } from '../../shared/errors/index.js'
import { canEnterAdmin } from './canEnterAdmin.js'
import { MACHINERY_KEYS } from './collectionKeys.js'
import { denyAll } from './denyAll.js'
import { resolveOptions } from './resolveOptions.js'

const toProvider = (name: string) =>
  defineProvider({
    name,
    content: library,
    http: { baseUrl: 'http://127.0.0.1' },
    resources: {},
  })

const provider = toProvider('test')

const findProblems = (options: unknown): string[] => {
  try {
    resolveOptions(options as SyncPluginOptions)
  } catch (error) {
    if (error instanceof OptionsError) {
      return error.problems
    }
    throw error
  }
  return []
}

describe('resolveOptions', () => {
  it('should need nothing but the providers', () => {
    const options = resolveOptions({ providers: [provider] })

    expect(options).toEqual({
      absence: { after: 3, maxShare: 0.5 },
      access: {
        connections: denyAll,
        manage: canEnterAdmin,
        trigger: canEnterAdmin,
        view: canEnterAdmin,
      },
      batchSize: 500,
      clock: systemClock,
      collections: {},
      content: ['authors', 'books', 'loans'].map((key) => ({
        slug: key,
        isPublic: false,
        key,
        kit: library,
        overrides: undefined,
      })),
      database: { directUrl: undefined },
      enabled: true,
      files: { keep: false, maxBytes: 4_000_000_000 },
      limits: { proxies: 0, requestsPerMinute: 100, triggersPerHour: 60 },
      live: undefined,
      metrics: {},
      order: -10,
      providers: [provider],
      queue: { schema: 'payload_sync_queue' },
      quota: { liveReserve: 0.2 },
      retention: {
        keep: {
          deliveries: { days: 30, most: 20_000 },
          issues: { days: 90, most: 50_000 },
          logs: { days: 90, most: 20_000 },
          notifications: { days: 90, most: 5_000 },
          quarantine: { days: 180, most: 20_000 },
        },
      },
      retries: 5,
      rules: expect.any(Map),
      scheduler: { enabled: 'auto', perConnection: 100, perOwner: 20 },
      schedules: [],
      slugs: Object.fromEntries(MACHINERY_KEYS.map((key) => [key, key])),
      worker: {
        concurrency: { bulk: 2, live: 1 },
        enabled: 'auto',
        overall: 10,
        perConnection: 1,
        perOwner: 2,
        sliceMs: 300_000,
        stallLimitMs: 60_000,
      },
    })
  })

  it('should take a project without any provider', () => {
    expect(resolveOptions({ providers: [] }).providers).toEqual([])
  })

  it('should prefer every option to its default', () => {
    const given = {
      absence: { after: 1, maxShare: 0 },
      access: { manage: () => true, trigger: () => true, view: () => true },
      batchSize: 1,
      clock: { now: () => new Date(0) },
      collections: { loans: { slug: 'lendings' }, syncLogs: { slug: 'runs' } },
      database: { directUrl: 'postgres://direct' },
      enabled: false,
      providers: [provider],
      queue: { schema: 'site_queue_2' },
      quota: { liveReserve: 0.5 },
      retries: 0,
      scheduler: { enabled: false, perConnection: 3 },
      version: 42,
      worker: {
        concurrency: { bulk: 7, live: 8 },
        enabled: false,
        perConnection: 2,
        sliceMs: 100,
        stallLimitMs: 1000,
      },
    }

    const options = resolveOptions(given)

    expect(options).toMatchObject(given)
    expect(options.content).toMatchObject([
      { slug: 'authors', key: 'authors' },
      { slug: 'books', key: 'books' },
      { slug: 'lendings', key: 'loans' },
    ])
    expect(options.slugs).toMatchObject({ syncIssues: 'syncIssues', syncLogs: 'runs' })
  })

  it('should not let undefined erase a default', () => {
    const options = resolveOptions({
      absence: { after: undefined, maxShare: undefined },
      access: { trigger: undefined, view: undefined },
      batchSize: undefined,
      clock: undefined,
      collections: { authors: undefined, books: { slug: undefined, overrides: undefined } },
      enabled: undefined,
      providers: [provider],
      quota: { liveReserve: undefined },
      retries: undefined,
      version: undefined,
      worker: {
        concurrency: { bulk: undefined, live: undefined },
        enabled: undefined,
        perConnection: undefined,
        sliceMs: undefined,
        stallLimitMs: undefined,
      },
    })

    expect(options).toEqual({
      ...resolveOptions({ providers: [provider] }),
      collections: options.collections,
    })
  })

  it('should not let undefined erase the default of a whole group', () => {
    const options = resolveOptions({
      absence: undefined,
      access: undefined,
      collections: undefined,
      providers: [provider],
      worker: { concurrency: undefined },
    })

    expect(options).toEqual(resolveOptions({ providers: [provider] }))
  })

  it("should hold the options as they were, whatever becomes of the caller's object", () => {
    const providers = [provider]
    const collections: SyncPluginOptions['collections'] = {}
    const options = resolveOptions({ collections, providers })

    providers.push(toProvider('another'))
    collections.loans = { slug: 'lendings' }

    expect(options.providers).toEqual([provider])
    expect(options.collections).toEqual({})
  })
})

describe('resolveOptions, for options that cannot work', () => {
  it('should name each one with what was expected and what was given', () => {
    const problems = findProblems({
      absence: { after: 0, maxShare: 2 },
      access: { trigger: 'everybody' },
      batchSize: 1.5,
      enabled: 'yes',
      providers: [provider],
      worker: { concurrency: { bulk: 51 }, enabled: 'never' },
    })

    expect(problems).toEqual([
      expect.stringMatching(/^absence\.after: .*>=1 \(was 0\)$/),
      expect.stringMatching(/^absence\.maxShare: .*<=1 \(was 2\)$/),
      'access.trigger: expected a function (was "everybody")',
      expect.stringMatching(/^batchSize: .*expected int.* \(was 1\.5\)$/),
      expect.stringMatching(/^enabled: .*expected boolean.* \(was "yes"\)$/),
      expect.stringMatching(/^worker\.concurrency\.bulk: .*<=50 \(was 51\)$/),
      expect.stringMatching(/^worker\.enabled: .* \(was "never"\)$/),
    ])
  })

  it('should put all of them into one message', () => {
    const resolve = () =>
      resolveOptions({ batchSize: 0, enabled: 0 as unknown as boolean, providers: [provider] })

    expect(resolve).toThrow(/batchSize: .*\n- enabled: /)
  })

  it.each([
    ['no options', undefined, /^options: .*expected object/],
    ['no list of providers', {}, /^providers: .*expected array.*\(was undefined\)$/],
    ['something else in place of a provider', { providers: [7] }, /^providers\.0: .*\(was 7\)$/],
  ])('should say so when there is %s', (_name, options, problem) => {
    expect(findProblems(options)).toEqual([expect.stringMatching(problem)])
  })

  it('should name a provider that defineProvider did not make', () => {
    const problems = findProblems({ providers: [{ name: 'test', resources: {} }] })

    expect(problems).toEqual([
      'providers.0: expected a provider that defineProvider made (was an object)',
    ])
  })

  it('should name an option that does not exist', () => {
    expect(findProblems({ batch: 10, providers: [] })).toEqual([expect.stringContaining('"batch"')])
  })

  it('should name a collection that does not exist, and an empty slug', () => {
    const problems = findProblems({
      collections: { book: { slug: 'volumes' }, loans: { slug: '' } },
      providers: [provider],
    })

    expect(problems).toHaveLength(2)
    expect(problems.join()).toContain('collections.loans.slug')
    expect(problems).toContain(
      'collections.book: neither the plugin nor a kit of the providers has such a collection; ' +
        'the nearest are "books", "loans", "authors"',
    )
  })

  it('should name what is no clock', () => {
    const problems = findProblems({ clock: 'noon', providers: [provider] })

    expect(problems).toEqual([expect.stringMatching(/^clock: .*expected object.*\(was "noon"\)$/)])
  })

  it('should say a function, and not its code, where one was given by mistake', () => {
    const problems = findProblems({ batchSize: () => 10, providers: [provider] })

    expect(problems).toEqual([expect.stringMatching(/\(was a function\)$/)])
  })

  it('should name a provider that is there twice', () => {
    expect(findProblems({ providers: [provider, toProvider('other'), provider] })).toEqual([
      'providers: "test" is there more than once',
    ])
  })

  it('should name a slug that two collections would share', () => {
    const problems = findProblems({
      collections: { loans: { slug: 'books' } },
      providers: [provider],
    })

    expect(problems).toEqual(['collections: more than one has the slug "books"'])
  })
})
