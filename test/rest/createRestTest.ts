import type { CollectionSlug, Config, Payload } from 'payload'

import { de } from '@payloadcms/translations/languages/de'
import { en } from '@payloadcms/translations/languages/en'
import { handleEndpoints } from 'payload'

import type { SyncPluginOptions } from '../../src/plugin/options/SyncPluginOptions.js'
import type { Provider } from '../../src/sdk/index.js'
import type { TestProvider, TestRecord } from '../project/createTestProvider.js'

import { createTestProject } from '../project/createTestProject.js'
import { createTestProvider } from '../project/createTestProvider.js'

type CreateRestTestArgs = {
  /** Names of more providers like the one there is. @default none */
  alike?: readonly string[]
  config?: Pick<Config, 'i18n' | 'kv' | 'localization'>
  /** That of another host of the same project. @default one of its own */
  databaseUrl?: string
  /** Whether the provider that lacks its credentials is left out. @default false */
  isWhole?: boolean
  options?: Omit<SyncPluginOptions, 'providers'>
  provider?: Parameters<typeof createTestProvider>[0]
  records?: readonly TestRecord[]
}

type AskArgs = {
  /** Sent as JSON; a text is sent as it is. */
  body?: unknown
  headers?: Record<string, string>
  /** @default 'GET' */
  method?: string
  /** Below `/api`. */
  path: string
  /** Who asks, as `signIn` gave it; `null` for nobody. @default a user of the admin panel */
  token?: null | string
}

type Answer = { body: unknown; headers: Headers; status: number }

export type RestTest = {
  /** Sends a request through Payload's own routing and authentication. */
  ask: (args: AskArgs) => Promise<Answer>
  /** Under which Payload's functions find the project. */
  cacheKey: string
  close: () => Promise<void>
  databaseUrl: string
  payload: Payload
  provider: TestProvider
  /** Makes a user, unless there is one, and returns the token that signs its requests. */
  signIn: (collection: 'members' | 'users', email?: string) => Promise<string>
  /** Asks for a sync. */
  trigger: (body: unknown, args?: Partial<AskArgs>) => Promise<Answer>
}

/** What a provider lacks that is not set up. */
export const PROBLEM = 'Set TEST_TOKEN.'

/** The same provider under another name and without its credentials. */
const toBroken = (provider: Provider): Provider => ({
  ...provider,
  name: 'broken',
  label: 'Broken provider',
  problems: [PROBLEM],
})

const PASSWORD = 'only-for-tests'

/**
 * A project whose users enter the admin panel while its members do not, with a provider that can be
 * synced and one that cannot. Nothing works on what is queued.
 */
export const createRestTest = async ({
  alike = [],
  config,
  databaseUrl: givenUrl,
  isWhole = false,
  options,
  provider: providerArgs,
  records,
}: CreateRestTestArgs = {}): Promise<RestTest> => {
  const provider = await createTestProvider({ ...providerArgs, records })
  const { cacheKey, databaseUrl, payload } = await createTestProject({
    config: {
      ...config,
      admin: { user: 'users' },
      collections: [
        { slug: 'users', auth: true, fields: [] },
        { slug: 'members', auth: true, fields: [] },
      ],
      i18n: { supportedLanguages: { de, en } },
    },
    databaseUrl: givenUrl,
    isNew: givenUrl === undefined,
    options: {
      ...options,
      providers: [
        provider.provider,
        ...alike.map((name) => ({ ...provider.provider, name, label: name })),
        ...(isWhole ? [] : [toBroken(provider.provider)]),
      ],
    },
  })

  const signIn: RestTest['signIn'] = async (slug, email = `${crypto.randomUUID()}@example.com`) => {
    const collection: CollectionSlug = slug
    const data = { email, password: PASSWORD }
    const { totalDocs } = await payload.count({ collection, where: { email: { equals: email } } })
    if (totalDocs === 0) {
      await payload.create({ collection, data })
    }
    const { token } = await payload.login({ collection, data })
    return token!
  }
  const adminToken = await signIn('users')

  const ask: RestTest['ask'] = async ({
    body,
    headers,
    method = 'GET',
    path,
    token = adminToken,
  }) => {
    const response = await handleEndpoints({
      config: payload.config,
      payloadInstanceCacheKey: cacheKey,
      request: new Request(`http://localhost/api${path}`, {
        body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
        headers: {
          'Content-Type': 'application/json',
          ...(token !== null && { Authorization: `JWT ${token}` }),
          ...headers,
        },
        method,
      }),
    })
    const text = await response.text()
    return {
      body: (response.headers.get('content-type')?.includes('json')
        ? JSON.parse(text)
        : text) as unknown,
      headers: response.headers,
      status: response.status,
    }
  }

  return {
    ask,
    cacheKey,
    close: async () => {
      await payload.destroy()
      await provider.close()
    },
    databaseUrl,
    payload,
    provider,
    signIn,
    trigger: (body, args) => ask({ body, method: 'POST', path: '/sync/trigger', ...args }),
  }
}
