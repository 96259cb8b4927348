import type { Config } from 'payload'

import { GRAPHQL_POST } from '@payloadcms/next/routes'
import { describe, expect, it, onTestFinished } from 'vitest'

import type { AccessCheck, SyncPluginOptions } from '../../src/plugin/options/SyncPluginOptions.js'

import { netflix } from '../../src/providers/netflix/index.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { createTestProject } from '../project/createTestProject.js'
import { createTestProvider } from '../project/createTestProvider.js'
import { testSlugs } from '../project/testSlugs.js'

type Who = 'manager' | 'other' | 'viewer'

type CreateArgs = { users?: { graphQL: false } } & Pick<SyncPluginOptions, 'collections'>

type Answer = { data?: null | Record<string, unknown>; errors?: { message: string }[] }

const MATCHES = '{ Matches { docs { title homeTeam { name } } } }'
const MACHINERY = `{
  SyncLogs { docs { id status counts { fetched } scheduled { schedule { title } } initiatedBy { email } } }
  SyncSchedules { docs { title runs { docs { status } } } }
  SyncIssues { docs { message run { status } } }
  SyncNotifications { docs { id } }
}`
const CONNECTIONS = '{ SyncConnections { docs { label provider owner { email } } } }'
const CONNECT = `mutation {
  createSyncConnection(data: { provider: "netflix", label: "Of the family" }) { label status }
}`
const CREATE = `mutation {
  createSyncSchedule(data: {
    provider: "test", resource: "games", mode: full, frequency: daily, hour: 4, minute: 10,
    timezone: "UTC", priority: normal, connection: "default"
  }) { title nextSlotAt origin }
}`

const isManager: AccessCheck = ({ req }) => req.user?.email === 'manager@example.com'

/** A project with one match, asked through the route that Next serves. */
const createGraphQLTest = async ({ collections, users }: CreateArgs = {}) => {
  const provider = await createTestProvider({
    records: [{ id: '1', name: 'Derby', home: { id: '7', name: 'Reds' }, score: 0 }],
  })
  onTestFinished(provider.close)
  const { cacheKey, payload } = await createTestProject({
    config: {
      admin: { user: 'users' },
      collections: [
        { slug: 'users', auth: true, fields: [], ...users },
        { slug: 'members', auth: true, fields: [] },
      ],
    } satisfies Partial<Config>,
    options: {
      access: { connections: isManager, manage: isManager },
      collections,
      // People enter connections to the second one.
      providers: [provider.provider, netflix()],
    },
  })
  onTestFinished(() => payload.destroy())
  // The route asks for the one project of a process, and keeps one schema for it.
  const { _payload } = globalThis as unknown as { _payload: Map<string, unknown> }
  _payload.set('default', _payload.get(cacheKey))
  onTestFinished(() => void _payload.delete('default'))
  const kept = (globalThis as { _payload_graphql?: { graphql: unknown; promise: unknown } })
    ._payload_graphql
  Object.assign(kept!, { graphql: null, promise: null })

  const tokens = new Map<Who, string>()
  const signUp = async (who: Who): Promise<void> => {
    const data = { email: `${who}@example.com`, password: 'only-for-tests' }
    await payload.create({ collection: 'users', data })
    tokens.set(who, (await payload.login({ collection: 'users', data })).token!)
  }
  await signUp('manager')
  await signUp('viewer')
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { like: 'manager' } },
  })
  await startRun({
    initiatedBy: docs[0]!.id,
    mode: 'full',
    payload,
    provider: 'test',
    resource: 'games',
    trigger: 'manual',
  })
  await drainSync({ payload })
  await payload.create({
    collection: testSlugs.syncSchedules,
    data: { frequency: 'daily', hour: 3, minute: 0, mode: 'full', provider: 'test' },
  })

  const post = GRAPHQL_POST(payload.config)
  const ask = async (query: string, who?: Who): Promise<Answer> => {
    const response = await post(
      new Request('http://localhost/api/graphql', {
        body: JSON.stringify({ query }),
        headers: {
          'Content-Type': 'application/json',
          ...(who && { Authorization: `JWT ${tokens.get(who)}` }),
        },
        method: 'POST',
      }),
    )
    return (await response.json()) as Answer
  }
  return { ask, payload, signUp }
}

describe('GraphQL', () => {
  it('should show content and machinery to those who may see them', async () => {
    const { ask } = await createGraphQLTest()

    for (const who of ['manager', 'viewer'] as const) {
      expect(await ask(MATCHES, who)).toEqual({
        data: { Matches: { docs: [{ homeTeam: { name: 'Reds' }, title: 'Derby' }] } },
      })
      expect(await ask(MACHINERY, who)).toMatchObject({
        data: {
          SyncIssues: { docs: [] },
          SyncLogs: { docs: [{ counts: { fetched: 1 }, status: 'completed' }] },
          SyncNotifications: { docs: expect.any(Array) as unknown[] },
          SyncSchedules: { docs: [{ runs: { docs: [] } }] },
        },
      })
    }
    for (const query of [MATCHES, MACHINERY]) {
      const { data, errors } = await ask(query)
      expect(errors).not.toHaveLength(0)
      expect(JSON.stringify(data)).not.toMatch(/Derby|completed/)
    }
  })

  it('should show a connection to whoever entered it and to a manager, and to nobody else', async () => {
    const { ask, signUp } = await createGraphQLTest()
    await signUp('other')

    expect(await ask(CONNECT, 'viewer')).toEqual({
      data: { createSyncConnection: { label: 'Of the family', status: 'new' } },
    })

    const connection = {
      label: 'Of the family',
      owner: { email: 'viewer@example.com' },
      provider: 'netflix',
    }
    for (const who of ['manager', 'viewer'] as const) {
      expect(await ask(CONNECTIONS, who)).toEqual({
        data: { SyncConnections: { docs: [connection] } },
      })
    }
    expect(await ask(CONNECTIONS, 'other')).toEqual({ data: { SyncConnections: { docs: [] } } })
    for (const query of [CONNECTIONS, CONNECT]) {
      const { data, errors } = await ask(query)
      expect(errors).not.toHaveLength(0)
      expect(JSON.stringify(data)).not.toContain('family')
    }
  })

  it('should let only a manager make a schedule, and nobody a run', async () => {
    const { ask } = await createGraphQLTest()

    expect(await ask(CREATE, 'manager')).toMatchObject({
      data: { createSyncSchedule: { nextSlotAt: expect.any(String) as string, origin: 'admin' } },
    })
    for (const who of ['viewer', undefined] as const) {
      expect((await ask(CREATE, who)).errors).not.toHaveLength(0)
    }
    expect((await ask('mutation { deleteSyncLog(id: 1) { id } }', 'manager')).errors?.[0]).toEqual(
      expect.objectContaining({ message: expect.stringContaining('deleteSyncLog') as string }),
    )
  })

  it('should answer where a collection that is pointed to is not part of it', async () => {
    const { ask, payload } = await createGraphQLTest({
      collections: { teams: { overrides: (teams) => ({ ...teams, graphQL: false }) } },
      users: { graphQL: false },
    })

    expect(await ask('{ Matches { docs { title homeTeam } } }', 'viewer')).toEqual({
      data: { Matches: { docs: [{ homeTeam: null, title: 'Derby' }] } },
    })
    expect(await ask('{ SyncLogs { docs { status initiatedBy } } }', 'viewer')).toEqual({
      data: { SyncLogs: { docs: [{ initiatedBy: null, status: 'completed' }] } },
    })
    expect(await payload.count({ collection: testSlugs.teams })).toEqual({ totalDocs: 1 })
  })

  it('should tell no more than ids of runs that are not part of it', async () => {
    const { ask, payload } = await createGraphQLTest({
      collections: { syncLogs: { overrides: (logs) => ({ ...logs, graphQL: false }) } },
    })
    const { docs: schedules } = await payload.find({ collection: testSlugs.syncSchedules })
    const { docs: runs } = await payload.find({ collection: testSlugs.syncLogs })
    await payload.update({
      id: runs[0]!.id,
      collection: testSlugs.syncLogs,
      data: { scheduled: { at: new Date(0).toISOString(), schedule: schedules[0]!.id } },
    })

    expect(await ask('{ SyncSchedules { docs { runs { docs } } } }', 'viewer')).toEqual({
      data: { SyncSchedules: { docs: [{ runs: { docs: [runs[0]!.id] } }] } },
    })
  })
})
