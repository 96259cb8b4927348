import type { CollectionSlug, Config } from 'payload'

import { handleEndpoints } from 'payload'

import type { SyncPluginOptions } from '../../src/plugin/options/SyncPluginOptions.js'

import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { createTestProject } from '../project/createTestProject.js'
import { testSlugs } from '../project/testSlugs.js'

type AskArgs = { body?: unknown; method?: string; path: string; token: null | string }

type ConnectArgs = {
  credentials: Record<string, string>
  label?: string
  provider: string
  settings?: object
  token: string
}

export type PeopleTest = Awaited<ReturnType<typeof createPeopleTest>>

type CreatePeopleTestArgs = { config?: Partial<Config> } & SyncPluginOptions

/** A project whose users enter connections; `boss@example.com` may see those of everybody. */
export const createPeopleTest = async ({ config, ...options }: CreatePeopleTestArgs) => {
  const project = await createTestProject({
    config,
    options: {
      scheduler: { proposed: false },
      ...options,
      access: {
        connections: ({ req }) => req.user?.email === 'boss@example.com',
        ...options.access,
      },
    },
  })
  const { cacheKey, payload } = project

  const ask = async ({ body, method = 'GET', path, token }: AskArgs) => {
    const response = await handleEndpoints({
      config: payload.config,
      payloadInstanceCacheKey: cacheKey,
      request: new Request(`http://localhost/api${path}`, {
        body: body === undefined ? undefined : JSON.stringify(body),
        headers: {
          'Content-Type': 'application/json',
          ...(token !== null && { Authorization: `JWT ${token}` }),
        },
        method,
        redirect: 'manual',
      }),
    })
    const text = await response.text()
    const isJSON = response.headers.get('content-type')?.includes('json')
    return {
      body: (isJSON ? JSON.parse(text) : {}) as Record<string, unknown>,
      headers: response.headers,
      status: response.status,
      text,
    }
  }

  return {
    ...project,
    ask,
    connect: async ({ label, token, ...data }: ConnectArgs) => {
      const answer = await ask({
        body: { label: label ?? `Connection to ${data.provider}`, ...data },
        method: 'POST',
        path: `/${testSlugs.syncConnections}`,
        token,
      })
      const doc = answer.body.doc as { id: number; name: string } | undefined
      return { ...answer, id: doc?.id ?? 0, name: doc?.name ?? '' }
    },
    /** Every document of a collection, whoever owns it, in the order of their ids. */
    findAll: async (collection: string) => {
      const { docs } = await payload.find({
        collection,
        depth: 0,
        pagination: false,
        sort: 'externalId',
      })
      return docs as unknown as ({ id: number } & Record<string, unknown>)[]
    },
    signIn: async (user: string) => {
      const collection: CollectionSlug = 'users'
      const data = { email: `${user}@example.com`, password: 'only-for-tests' }
      const { id } = await payload.create({ collection, data })
      return { id, token: (await payload.login({ collection, data })).token! }
    },
    /** Runs what somebody asks for, and returns the runs when they have ended. */
    sync: async (token: string, body: Record<string, unknown>) => {
      const answer = await ask({ body, method: 'POST', path: '/sync/trigger', token })
      await drainSync({ payload })
      const runs = (answer.body.runs ?? []) as { id: number; resource: string }[]
      const ended = await Promise.all(
        runs.map(async ({ id }) => (await ask({ path: `/sync/logs/${id}`, token })).body),
      )
      return ended
    },
  }
}
