import type { CollectionConfig, Config, Payload, Plugin, SanitizedConfig } from 'payload'

import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig } from 'payload'
import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'

import { library } from '../../sdk/content/library.fixture.js'
import { defineProvider, defineResource } from '../../sdk/index.js'
import { syncPlugin } from '../syncPlugin.js'

const provider = defineProvider({
  name: 'test',
  content: library,
  http: { baseUrl: 'http://127.0.0.1' },
  label: 'Test provider',
  resources: {
    books: defineResource({
      collection: 'books',
      externalId: ({ id }) => id,
      fetchPage: () => Promise.resolve({ records: [] }),
      map: () => ({}),
      schema: z.object({ id: z.string() }),
      scopes: { full: () => [] },
    }),
  },
})

const sync = (order?: number): Plugin => syncPlugin({ order, providers: [provider] })

type Change = (collection: CollectionConfig) => CollectionConfig

/** As most plugins do it: a new config, in which the collections it was told of are changed. */
const changing =
  (slugs: readonly string[], change: Change): Plugin =>
  (config) => ({
    ...config,
    collections: config.collections?.map((collection) =>
      slugs.includes(collection.slug) ? change(collection) : collection,
    ),
  })

const reindex = (): void => undefined

/** Has a collection of its own, whose components are told of the others. */
const search = (slugs: readonly string[]): Plugin => {
  const hooking = changing(slugs, (collection) => ({
    ...collection,
    hooks: {
      ...collection.hooks,
      afterChange: [...(collection.hooks?.afterChange ?? []), reindex],
    },
  }))
  return async (config) => {
    const hooked = await hooking(config)
    const found: CollectionConfig = {
      slug: 'search',
      admin: {
        components: {
          beforeList: [
            { path: '@acme/plugin-search/client#Reindex', serverProps: { collections: slugs } },
          ],
        },
      },
      fields: [{ name: 'doc', type: 'relationship', relationTo: [...slugs, 'users'] }],
    }
    return { ...hooked, collections: [...(hooked.collections ?? []), found] }
  }
}

/** Writes to what it is given, and tells components what it was told. */
const tenants =
  (slugs: readonly string[]): Plugin =>
  (config) => {
    for (const collection of config.collections ?? []) {
      if (slugs.includes(collection.slug)) {
        collection.fields.unshift({
          name: 'tenant',
          type: 'text',
          admin: { components: { Field: '@acme/plugin-tenants/client#Tenant' } },
        })
      }
    }
    config.admin ??= {}
    config.admin.components ??= {}
    config.admin.components.beforeNav ??= []
    config.admin.components.beforeNav.push({
      clientProps: { slugs },
      path: '@acme/plugin-tenants/rsc#Selector',
    })
    return config
  }

/** Leaves no name behind. */
const nested = (slugs: readonly string[]): Plugin =>
  changing(slugs, (collection) => ({
    ...collection,
    fields: [...collection.fields, { name: 'breadcrumbs', type: 'text' }],
  }))

/** Of the newer kind, which says what it is called. */
const named = (slugs: readonly string[]): Plugin =>
  Object.assign(nested(slugs), { slug: 'plugin-with-a-name' })

const early = (plugin: Plugin, order = -11): Plugin =>
  Object.assign((config: Config) => plugin(config), { slug: plugin.slug, order })

type BuildArgs = { byHand?: Plugin; plugins: Plugin[] }

const build = async ({ byHand, plugins }: BuildArgs): Promise<SanitizedConfig> => {
  const config: Config = {
    collections: [{ slug: 'users', auth: true, fields: [] }],
    db: postgresAdapter({ pool: { connectionString: 'postgres://nowhere' } }),
    editor: lexicalEditor(),
    plugins,
    secret: 'not a secret',
  }
  return await buildConfig((await byHand?.(config)) ?? config)
}

/** What the project says when it starts. */
const findWarnings = async (config: SanitizedConfig): Promise<string[]> => {
  const warn = vi.fn<(line: { msg: string }) => void>()
  await config.onInit?.({
    config,
    logger: { error: vi.fn(), info: vi.fn(), warn },
  } as unknown as Payload)
  return warn.mock.calls.map(([{ msg }]) => msg)
}

/** What each of the plugins has made of the books. */
const findDone = ({ collections }: SanitizedConfig) => {
  const books = collections.find(({ slug }) => slug === 'books')!
  const names = books.fields.map((field) => ('name' in field ? field.name : ''))
  return {
    nested: names.includes('breadcrumbs'),
    search: books.hooks.afterChange.includes(reindex),
    tenants: names.includes('tenant'),
  }
}

const BOOKS = ['books']
const ALL_DONE = { nested: true, search: true, tenants: true }

describe('beside plugins that act on collections', () => {
  it.each([
    ['first', [sync(), search(BOOKS), tenants(BOOKS), nested(BOOKS)]],
    ['in the middle', [search(BOOKS), sync(), tenants(BOOKS), nested(BOOKS)]],
    ['last', [search(BOOKS), tenants(BOOKS), nested(BOOKS), sync()]],
  ])('should run before them when it stands %s', async (_where, plugins) => {
    const config = await build({ plugins })

    expect(findDone(config)).toEqual(ALL_DONE)
    expect(await findWarnings(config)).toEqual([])
  })

  it('should name each that runs before it all the same, and what it missed', async () => {
    const plugins = [search, tenants, nested, named].map((plugin) => early(plugin(BOOKS)))

    const config = await build({ plugins: [sync(), ...plugins] })

    expect(findDone(config)).toEqual({ nested: false, search: false, tenants: false })
    expect(await findWarnings(config)).toEqual([
      expect.stringMatching(/^@acme\/plugin-search ran before payload-plugin-sync .+ for books,/),
      expect.stringMatching(/^@acme\/plugin-tenants ran before payload-plugin-sync .+ for books,/),
      expect.stringMatching(/^plugins\[3\], which adds breadcrumbs ran before .+ for books,/),
      expect.stringMatching(/^plugin-with-a-name ran before payload-plugin-sync .+ for books,/),
    ])
  })

  it('should say nothing of one that runs before it and has no business with its collections', async () => {
    const config = await build({ plugins: [early(search([])), early(nested(['users'])), sync()] })

    expect(await findWarnings(config)).toEqual([])
  })

  it('should name those that a config was given to by hand', async () => {
    const byHand: Plugin = async (config) => await tenants(BOOKS)(await search(BOOKS)(config))

    const config = await build({ byHand, plugins: [sync()] })

    expect(await findWarnings(config)).toEqual([
      expect.stringMatching(/^@acme\/plugin-tenants ran before .+ for books,/),
      expect.stringMatching(/^@acme\/plugin-search ran before .+ for books,/),
    ])
  })

  it('should go on when one cannot be tried', async () => {
    const failing: Plugin = (config) => {
      if (config.collections?.some(({ slug }) => slug === 'books')) {
        throw new Error('no such thing')
      }
      return config
    }

    const config = await build({ plugins: [early(failing), early(tenants(BOOKS)), sync()] })

    expect(await findWarnings(config)).toHaveLength(1)
  })

  it('should run where its option says', async () => {
    const config = await build({ plugins: [nested(BOOKS), tenants(BOOKS), sync(1)] })

    expect(findDone(config)).toEqual({ nested: false, search: false, tenants: false })
    expect(await findWarnings(config)).toHaveLength(2)
  })
})
