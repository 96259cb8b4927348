import type { CollectionConfig, Config, Field, Payload } from 'payload'

import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'

import type { Provider } from '../sdk/index.js'
import type { SyncPluginOptions } from './options/SyncPluginOptions.js'

import { library } from '../sdk/content/library.fixture.js'
import { defineProvider, defineResource } from '../sdk/index.js'
import { OptionsError } from '../shared/errors/index.js'
import { SETTINGS_KEY } from '../sync/engine/Sync.js'
import { MACHINERY_KEYS } from './options/collectionKeys.js'
import { syncPlugin } from './syncPlugin.js'

type ToProviderArgs = { fills: readonly string[]; problems?: readonly string[] }

const toProvider = ({ fills, problems }: ToProviderArgs): Provider =>
  defineProvider({
    name: 'test',
    content: library,
    http: { baseUrl: 'http://127.0.0.1' },
    label: 'Test provider',
    problems,
    resources: Object.fromEntries(
      fills.map((collection) => [
        collection,
        defineResource({
          collection,
          externalId: ({ id }) => id,
          fetchPage: () => Promise.resolve({ records: [] }),
          map: () => ({}),
          schema: z.object({ id: z.string() }),
          scopes: { full: () => [] },
        }),
      ]),
    ),
  })

const users: CollectionConfig = { slug: 'users', auth: true, fields: [] }

const toConfig = (config: Partial<Config> = {}): Config => ({
  collections: [users],
  db: undefined as unknown as Config['db'],
  editor: 'lexical' as unknown as Config['editor'],
  secret: 'only-for-tests',
  ...config,
})

type ExtendArgs = {
  config?: Partial<Config>
  fills?: readonly string[]
  options?: Partial<SyncPluginOptions>
}

const extend = async ({ config, fills = ['books'], options }: ExtendArgs = {}) =>
  await syncPlugin({ providers: [toProvider({ fills })], ...options })(toConfig(config))

const slugsOf = ({ collections = [] }: Pick<Config, 'collections'>): string[] =>
  collections.map(({ slug }) => slug)

const findCollection = (config: Config, slug: string): CollectionConfig =>
  config.collections!.find((collection) => collection.slug === slug)!

/** Names of fields, those in rows and tabs included. */
const namesOf = (fields: readonly Field[]): string[] =>
  fields.flatMap((field) => {
    if (field.type === 'tabs') {
      return field.tabs.flatMap((tab) => namesOf(tab.fields))
    }
    return 'name' in field ? [field.name] : 'fields' in field ? namesOf(field.fields) : []
  })

/** Freezes all of a value, so that whoever writes to it fails. */
const freeze = <TValue>(value: TValue): TValue => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(freeze)
  }
  return value
}

describe('syncPlugin', () => {
  it('should add the collections a provider fills, what they point to, and its machinery', async () => {
    const config = await extend({ fills: ['books'] })

    expect(slugsOf(config)).toEqual(['users', 'authors', 'books', ...MACHINERY_KEYS])
  })

  it('should add no content collection that nobody fills', async () => {
    const config = await extend({ fills: ['authors'] })

    expect(slugsOf(config)).toEqual(['users', 'authors', ...MACHINERY_KEYS])
  })

  it("should add its routes, view, link and command behind the project's own", async () => {
    const own = {
      endpoint: { handler: () => Response.json({}), method: 'get', path: '/own' } as const,
      link: '/own#Link',
      script: { key: 'own', scriptPath: '/own.ts' },
      view: { Component: '/own#View', path: '/own' } as const,
    }

    const { admin, bin, endpoints } = await extend({
      config: {
        admin: { components: { afterNavLinks: [own.link], views: { own: own.view } } },
        bin: [own.script],
        endpoints: [own.endpoint],
      },
    })

    expect(endpoints?.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'get /own',
      'get /sync/status',
      'get /sync/health',
      'get /sync/metrics',
      'get /sync/history',
      'get /sync/report',
      'get /sync/events',
      'post /sync/trigger',
      'get /sync/logs',
      'get /sync/logs/:id',
      'get /sync/export/:collection',
      'post /sync/logs/:id/cancel',
      'post /sync/logs/:id/retry',
      'post /sync/refresh',
      'get /sync/records',
      'post /sync/records/lock',
      'post /sync/records/unlock',
      'post /sync/records/decide',
      'post /sync/records/undo',
      'post /sync/records/restore',
      'get /sync/deleted',
      'get /sync/issues/groups',
      'get /sync/issues/members',
      'post /sync/issues/decide',
      'post /sync/issues/:id/confirm',
      'post /sync/issues/retry',
      'post /sync/issues/ignore',
      'get /sync/issues/:id/record',
      'post /sync/issues/:id/fix',
      'post /sync/connections/:id/test',
      'get /sync/connections/:id/choices',
      'post /sync/connections/:id/consent',
      'get /sync/consent/callback',
      'post /sync/files',
      'get /sync/files',
      'post /sync/files/:id/import',
      'delete /sync/files/:id',
      'post /sync/providers/:name/reset',
      'get /sync/choices/:provider/:what',
      'post /sync/choices/:provider/:what',
      'get /sync/schedules/conflicts',
      'post /sync/schedules/check',
      'post /sync/schedules/:id/run',
      'get /sync/schedules/:id/stats',
      'post /sync/issues/:id/resolve',
      'post /sync/schedules/:id/reset',
      'get /sync/notifications',
      'get /sync/notifications/stream',
      'post /sync/notifications/read',
      'get /sync/channels',
      'post /sync/channels/:name/test',
      'get /sync/tick',
      'post /sync/tick',
      'post /sync/revalidate',
    ])
    expect(admin?.components?.afterNavLinks).toHaveLength(2)
    expect(admin?.components?.afterNavLinks?.[0]).toBe(own.link)
    expect(admin?.components?.views).toMatchObject({ own: own.view, sync: { path: '/sync' } })
    expect(bin).toMatchObject([own.script, { key: 'sync' }])
  })

  it("should keep everything else of the project's config", async () => {
    const config = await extend({
      config: {
        admin: { dateFormat: 'dd.MM.yyyy', user: 'users' },
        custom: { own: 1 },
        serverURL: 'https://example.com',
      },
    })

    expect(config).toMatchObject({
      admin: { dateFormat: 'dd.MM.yyyy', user: 'users' },
      custom: { own: 1 },
      secret: 'only-for-tests',
      serverURL: 'https://example.com',
    })
  })

  it('should write to neither the options nor the config it is given', async () => {
    const project = () =>
      toConfig({
        admin: { components: { afterNavLinks: ['/own#Link'], views: {} } },
        bin: [],
        collections: [users, { slug: 'products', fields: [], hooks: {}, indexes: [] }],
        custom: { own: 1 },
        endpoints: [],
        i18n: { translations: { en: { general: { own: 'Own' } } } },
      })
    const options = (): SyncPluginOptions => ({
      absence: {},
      access: {},
      collections: { books: { slug: 'volumes' } },
      providers: [],
      worker: { concurrency: {} },
    })
    const providers = [toProvider({ fills: ['books', 'products'] })]
    const config = freeze(project())
    const frozen = freeze({ ...options(), providers })

    await syncPlugin(frozen)(config)

    expect(config).toEqual(project())
    expect(frozen).toEqual({ ...options(), providers })
  })

  it('should come out the same for a config it is given twice', async () => {
    const plugin = syncPlugin({ providers: [toProvider({ fills: ['books'] })] })
    const config = toConfig()

    const first = await plugin(config)
    const second = await plugin(config)

    expect(slugsOf(second)).toEqual(slugsOf(first))
    expect(second.endpoints).toHaveLength(first.endpoints!.length)
  })

  it('should tell everybody who it is', () => {
    expect(syncPlugin({ providers: [] }).slug).toBe('payload-plugin-sync')
  })

  it('should refuse wrong options before the project starts', () => {
    expect(() => syncPlugin({ batchSize: 0, providers: [] })).toThrow(OptionsError)
  })
})

/** What is in the database: neither how fields look nor those that are made when they are read. */
const withoutLooks = (key: string, value: unknown): unknown =>
  key === 'admin'
    ? undefined
    : Array.isArray(value)
      ? value.filter((field: { virtual?: unknown }) => field.virtual !== true)
      : value

describe('syncPlugin, switched off', () => {
  const options = { enabled: false }

  it('should keep exactly the collections it has when it is on', async () => {
    const on = await extend()
    const off = await extend({ options })

    const shapesOf = ({ collections }: Config) =>
      collections?.map(({ slug, dbName, fields, indexes }) => ({
        slug,
        dbName,
        fields: JSON.stringify(fields, withoutLooks),
        indexes,
      }))
    expect(shapesOf(off)).toEqual(shapesOf(on))
  })

  it('should add nothing else', async () => {
    const onInit = vi.fn()
    const {
      admin,
      bin,
      custom,
      endpoints,
      onInit: kept,
    } = await extend({
      config: { onInit },
      options,
    })

    expect({ admin, bin, custom, endpoints }).toEqual({})
    expect(kept).toBe(onInit)
  })
})

describe('syncPlugin, when Payload starts', () => {
  /** As much of Payload as a start that begins no work needs. */
  const toPayload = (config: Config, errors: unknown[] = []): Payload => {
    const collections = config.collections!.map((collection) => [
      collection.slug,
      { config: { ...collection, flattenedFields: [] } },
    ])
    return {
      blocks: {},
      collections: Object.fromEntries(collections),
      config,
      logger: { error: (line: unknown) => errors.push(line) },
    } as unknown as Payload
  }

  const start = async (config: Config): Promise<{ errors: unknown[] }> => {
    const errors: unknown[] = []
    await config.onInit!(toPayload(config, errors))
    return { errors }
  }

  it("should let the project's own onInit finish first", async () => {
    const order: string[] = []
    const config = await extend({
      config: {
        onInit: async () => {
          await Promise.resolve()
          order.push('project')
        },
      },
      options: { worker: { enabled: false } },
    })
    const settings: unknown = config.custom?.[SETTINGS_KEY]
    const custom = {
      get [SETTINGS_KEY]() {
        order.push('plugin')
        return settings
      },
    }

    await start({ ...config, custom })

    expect(order[0]).toBe('project')
    expect(order).toContain('plugin')
  })

  it("should hand the project's own onInit the instance it was given", async () => {
    const onInit = vi.fn()
    const config = await extend({ config: { onInit }, options: { worker: { enabled: false } } })
    const payload = toPayload(config)

    await config.onInit!(payload)

    expect(onInit).toHaveBeenCalledExactlyOnceWith(payload)
  })

  it("should fail as the project's own onInit fails", async () => {
    const config = await extend({
      config: { onInit: () => Promise.reject(new Error('a mistake of the project')) },
    })

    await expect(start(config)).rejects.toThrow('a mistake of the project')
  })

  it('should name what each provider lacks', async () => {
    const problems = ['Set TEST_TOKEN.', 'Set TEST_URL.']
    const config = await extend({
      options: {
        providers: [toProvider({ fills: ['books'], problems })],
        worker: { enabled: false },
      },
    })

    expect((await start(config)).errors).toEqual([
      { msg: 'Test provider cannot be synced: Set TEST_TOKEN.' },
      { msg: 'Test provider cannot be synced: Set TEST_URL.' },
    ])
  })

  it('should name what a connection lacks', async () => {
    const provider = {
      ...toProvider({ fills: ['books'] }),
      connections: new Map([
        ['north', { name: 'north', credentials: {}, problems: ['No key.'], settings: {} }],
        ['south', { name: 'south', credentials: {}, problems: [], settings: {} }],
      ]),
    }
    const config = await extend({
      options: { providers: [provider], worker: { enabled: false } },
    })

    expect((await start(config)).errors).toEqual([
      { msg: 'Test provider cannot be synced with every connection: north: No key.' },
    ])
  })

  it('should let the project start when its workers cannot', async () => {
    const config = await extend({ options: { worker: { enabled: true } } })

    const { errors } = await start(config)

    expect(errors).toMatchObject([{ msg: 'The sync workers could not be started.' }])
  })
})

describe("syncPlugin, beside the project's own collections", () => {
  it('should say how to give way to a collection that has the slug already', async () => {
    const config = { collections: [users, { slug: 'authors', fields: [] }] }

    await expect(extend({ config })).rejects.toThrow(
      'the project has a collection "authors" already; give the plugin\'s another slug: ' +
        "collections: { authors: { slug: '…' } }",
    )
  })

  it('should live beside it with another slug, and point to its own', async () => {
    const config = await extend({
      config: { collections: [users, { slug: 'authors', fields: [] }] },
      options: { collections: { authors: { slug: 'writers' } } },
    })

    expect(slugsOf(config)).toEqual(expect.arrayContaining(['authors', 'writers']))
    expect(JSON.stringify(findCollection(config, 'books').fields)).toContain(
      '"relationTo":"writers"',
    )
    expect(findCollection(config, 'authors').fields).toEqual([])
  })

  it('should name every collection that stands in the way or is not there', async () => {
    const error: unknown = await extend({
      config: { collections: [users, { slug: 'syncLogs', fields: [] }] },
      fills: ['products', 'orders'],
    }).catch((reason: unknown) => reason)

    expect(error).toBeInstanceOf(OptionsError)
    expect((error as OptionsError).problems).toEqual([
      'a provider fills the collection "products", which neither the project has nor the kit that ' +
        'the provider names: defineProvider({ content })',
      'a provider fills the collection "orders", which neither the project has nor the kit that ' +
        'the provider names: defineProvider({ content })',
      expect.stringContaining('"syncLogs" already'),
    ])
  })

  it('should give a collection of the project that a provider fills what ties it to records', async () => {
    const config = await extend({
      config: {
        collections: [
          users,
          { slug: 'products', fields: [{ name: 'title', type: 'text' }], indexes: [] },
        ],
      },
      fills: ['products'],
    })

    const { fields, hooks, indexes } = findCollection(config, 'products')
    expect(namesOf(fields)).toEqual(['title', 'sync', 'provider', 'externalId'])
    expect(indexes).toEqual([{ fields: ['provider', 'externalId'], unique: true }])
    expect(hooks?.afterDelete).toHaveLength(1)
  })

  it('should let such a collection keep documents that no provider knows', async () => {
    const config = await extend({
      config: { collections: [users, { slug: 'products', fields: [] }] },
      fills: ['products'],
    })

    const required = findCollection(config, 'products').fields.filter(
      (field) => 'required' in field && field.required,
    )
    expect(required).toEqual([])
  })

  it('should leave alone a collection that no provider fills', async () => {
    const config = await extend()

    expect(findCollection(config, 'users')).toBe(users)
  })
})

describe('syncPlugin, with overrides', () => {
  it('should give a project the last word on a collection of content or machinery', async () => {
    const config = await extend({
      options: {
        collections: {
          books: {
            overrides: (collection) => ({
              ...collection,
              access: { ...collection.access, read: () => true },
              fields: [...collection.fields, { name: 'note', type: 'text' }],
            }),
          },
          syncLogs: {
            overrides: (collection) => ({ ...collection, admin: { hidden: true } }),
          },
        },
      },
    })

    const books = findCollection(config, 'books')
    expect(namesOf(books.fields)).toEqual(
      expect.arrayContaining(['title', 'provider', 'externalId', 'note']),
    )
    expect(books.access?.read).toBeDefined()
    expect(findCollection(config, 'syncLogs').admin).toEqual({ hidden: true })
  })

  it('should hand an override the collection with all that the plugin gives it', async () => {
    const overrides = vi.fn((collection: CollectionConfig) => collection)
    const config = await extend({
      options: { collections: { books: { slug: 'volumes', overrides } } },
    })

    expect(overrides).toHaveBeenCalledOnce()
    const [given] = overrides.mock.calls[0]!
    const { custom: _custom, hooks: _hooks, ...registered } = findCollection(config, 'volumes')
    expect(given).toMatchObject(registered)
    expect(namesOf(given.fields)).toContain('externalId')
  })
})

describe('syncPlugin, in a project without an editor', () => {
  const hasRichText = ({ collections }: Config): boolean =>
    JSON.stringify(collections?.map(({ fields }) => fields)).includes('"richText"')

  it('should leave the editorial part out, which Payload would refuse', async () => {
    expect(hasRichText(await extend({ config: { editor: undefined } }))).toBe(false)
  })

  it('should have it beside one', async () => {
    expect(hasRichText(await extend())).toBe(true)
  })
})
