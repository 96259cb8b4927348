import type { CollectionConfig, Payload, TypedUser } from 'payload'

import { handleEndpoints } from 'payload'

import type { SyncPluginOptions } from '../../src/plugin/options/SyncPluginOptions.js'

import { sportmonks } from '../../src/providers/sportmonks/index.js'
import { createTestProject } from '../project/createTestProject.js'

type Values = Record<string, unknown>

export type SiteTest = {
  /** Asks over REST, as nobody or with a token; `path` is below `/api`. */
  ask: (path: string, init?: RequestInit) => Promise<Response>
  cacheKey: string
  /** Stores a document as a sync would, and returns its id. */
  create: (key: string, values: Values, options?: { draft?: boolean }) => Promise<number>
  payload: Payload
  /** Makes a user of a collection. */
  signUp: (collection: 'members' | 'users') => Promise<TypedUser>
  slugOf: (key: string) => string
}

/** An override that gives the collection drafts and a trash. */
export const withDrafts = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  trash: true,
  versions: { drafts: true },
})

/** A project with the collections of soccer, which nothing is synced to. */
export const createSiteTest = async (
  options: Omit<SyncPluginOptions, 'providers'> = {},
): Promise<SiteTest> => {
  const { cacheKey, payload } = await createTestProject({
    config: {
      admin: { user: 'users' },
      collections: [
        { slug: 'users', auth: true, fields: [] },
        { slug: 'members', auth: true, fields: [] },
      ],
    },
    options: {
      ...options,
      // Never asked for anything.
      providers: [sportmonks({ apiToken: 'none', baseUrl: 'http://127.0.0.1:9' })],
    },
  })
  const slugOf = (key: string): string => options.collections?.[key]?.slug ?? key
  let count = 0

  return {
    ask: (path, init) =>
      handleEndpoints({
        config: payload.config,
        payloadInstanceCacheKey: cacheKey,
        request: new Request(`http://localhost/api${path}`, init),
      }),
    cacheKey,
    create: async (key, values, { draft = false } = {}) => {
      count += 1
      const collection = slugOf(key)
      const isDrafted = Boolean(payload.collections[collection]?.config.versions?.drafts)
      const { id } = await payload.create({
        collection,
        data: {
          externalId: String(count),
          provider: 'sportmonks',
          ...(isDrafted && !draft && { _status: 'published' }),
          ...values,
        },
        draft,
      })
      return id as number
    },
    payload,
    signUp: async (collection) => {
      const data = { email: `${crypto.randomUUID()}@example.com`, password: 'only-for-tests' }
      const user = await payload.create({ collection, data })
      return { ...user, collection } as unknown as TypedUser
    },
    slugOf,
  }
}
