import type { CollectionSlug, Config, Payload } from 'payload'

import { handleEndpoints } from 'payload'
import { z } from 'zod'

import type { SyncPluginOptions } from '../../src/plugin/options/SyncPluginOptions.js'
import type { Scope } from '../../src/sdk/index.js'
import type { Clock } from '../../src/shared/clock.js'
import type { Run } from '../../src/sync/run/Run.js'

import { soccer } from '../../src/content/soccer/index.js'
import { defineProvider, defineResource } from '../../src/sdk/index.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { startReplayServer } from '../../src/testing/replayServer.js'
import { createTestProject } from '../project/createTestProject.js'
import { testSlugs } from '../project/testSlugs.js'

const listSchema = z.object({ rows: z.array(z.object({ id: z.string(), name: z.string() })) })

const defineLeague = (baseUrl: string) =>
  defineProvider({
    name: 'league',
    accounts: {
      choices: {
        side: async ({ http, signal }) => {
          const { rows } = await http.get('/sides', { schema: listSchema, signal })
          return rows.map(({ id, name }) => ({ label: name, value: id }))
        },
      },
      credentials: z.object({ password: z.string().min(8), user: z.string() }),
      schedules: [{ cron: '0 */4 * * *', mode: 'full' }],
      settings: z.object({ side: z.string() }),
    },
    connect: ({ credentials: { password, user } }) => ({
      baseUrl,
      headers: { Authorization: `${user}:${password}` },
      quotas: [{ name: 'requests', limit: 10_000, per: 'provider', windowMs: 3_600_000 }],
    }),
    content: soccer,
    label: 'League',
    resources: {
      clubs: defineResource({
        collection: 'teams',
        externalId: ({ id }) => id,
        fetchOne: async ({ externalId, http, signal }) => {
          const { rows } = await http.get('/clubs', { schema: listSchema, signal })
          const record = rows.find(({ id }) => id === externalId)
          return record ? { record } : null
        },
        fetchPage: async ({ http, signal }) => {
          const { rows } = await http.get('/clubs', { schema: listSchema, signal })
          return { records: rows }
        },
        map: ({ name }) => ({ name }),
        schema: z.object({ id: z.string(), name: z.string() }),
        scopes: {
          full: (): Scope<Record<string, never>>[] => [
            { key: 'all', label: 'All clubs', params: {}, provesAbsence: true },
          ],
        },
      }),
    },
  })

/** What a person signs in with. */
export const secretOf = (user: string): string => `pass "word" of ${user} ü`

type Person = { clubs: Record<string, string>; isRefused?: boolean }

type CreateAccountsTestArgs = {
  clock?: Clock
  config?: Pick<Config, 'kv'>
  options?: Omit<SyncPluginOptions, 'providers'>
}

type AskArgs = { body?: unknown; method?: string; path: string; token: null | string }

export type AccountsTest = Awaited<ReturnType<typeof createAccountsTest>>

/** A project whose users enter their own connections to a league that knows them by password. */
export const createAccountsTest = async ({
  clock,
  config,
  options,
}: CreateAccountsTestArgs = {}) => {
  const people = new Map<string, Person>()
  const server = await startReplayServer({
    routes: Object.fromEntries(
      ['/clubs', '/sides'].map((path) => [
        path,
        ({ headers }: { headers: Readonly<Record<string, string>> }) => {
          const given = Buffer.from(headers.authorization ?? '', 'latin1').toString('latin1')
          const [user, password] = [given.slice(0, given.indexOf(':')), given.split(':')[1]]
          const person = people.get(user)
          if (!person || person.isRefused || password !== secretOf(user)) {
            return { body: { message: 'wrong' }, status: 401 }
          }
          const rows = Object.entries(person.clubs).map(([id, name]) => ({ id, name }))
          return { body: { rows: path === '/clubs' ? rows : [{ id: 'm', name: 'Men' }] } }
        },
      ]),
    ),
  })
  const provider = defineLeague(server.baseUrl)
  const project = await createTestProject({
    config,
    options: { ...options, clock, providers: [provider] },
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
      }),
    })
    const text = await response.text()
    return { body: JSON.parse(text) as Record<string, unknown>, status: response.status, text }
  }

  const signIn = async (user: string): Promise<string> => {
    const collection: CollectionSlug = 'users'
    const data = { email: `${user}@example.com`, password: 'only-for-tests' }
    await payload.create({ collection, data })
    return (await payload.login({ collection, data })).token!
  }

  type ConnectArgs = { data?: Record<string, unknown>; token: string; user: string }

  /** Enters a connection as the form does. */
  const connect = async ({ data, token, user }: ConnectArgs) => {
    const answer = await ask({
      body: {
        credentials: { password: secretOf(user), user },
        label: `Team of ${user}`,
        provider: 'league',
        settings: { side: 'm' },
        ...data,
      },
      method: 'POST',
      path: `/${testSlugs.syncConnections}`,
      token,
    })
    const doc = answer.body.doc as { id: number; name: string } | undefined
    return { ...answer, id: doc?.id ?? 0, name: doc?.name ?? '' }
  }

  return {
    ...project,
    ask,
    close: async () => {
      await payload.destroy()
      await server.close()
    },
    connect,
    findConnection: async (id: number) =>
      (await payload.findByID({
        id,
        collection: testSlugs.syncConnections,
        depth: 0,
      })) as unknown as Record<string, unknown>,
    people,
    requests: server.requests,
    signIn,
    /** Syncs with every connection that the person may know of, and returns the runs. */
    sync: async (token: string, body: Record<string, unknown> = {}) => {
      const answer = await ask({
        body: { provider: 'league', ...body },
        method: 'POST',
        path: '/sync/trigger',
        token,
      })
      await drainSync({ payload })
      return (answer.body.runs ?? []) as Pick<Run, 'connection' | 'id'>[]
    },
  }
}

/** Every row of the plugin's tables as text, as a dump would have it. */
export const dump = async (payload: Payload): Promise<string> => {
  const { pool } = payload.db as unknown as {
    pool: { query: (text: string) => Promise<{ rows: Record<string, unknown>[] }> }
  }
  const { rows } = await pool.query(
    `select table_schema as schema, table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )
  const all: string[] = []
  for (const { name, schema } of rows) {
    const found = await pool.query(
      `select row_to_json(t)::text as row from "${String(schema)}"."${String(name)}" t`,
    )
    all.push(...found.rows.map(({ row }) => String(row)))
  }
  return all.join('\n')
}
