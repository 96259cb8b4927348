import type { Payload } from 'payload'

import { afterAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'

import type { Provider } from '../../src/sdk/index.js'

import { defineProvider } from '../../src/sdk/index.js'
import { createRunClient } from '../../src/sync/engine/run/client/createRunClient.js'
import { getSync, loadSync } from '../../src/sync/engine/Sync.js'
import { startAuthServer, toTokenAuth } from '../../src/sync/http/auth/authServer.fixture.js'
import { listNotifications } from '../../src/sync/operations/notices/listNotifications.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { listTargets } from '../../src/sync/scheduler/listTargets.js'
import { OLD_SECRET_VARIABLE } from '../../src/sync/store/connections/sealValues.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createCliTest } from '../cli/createCliTest.js'
import { createTestProject } from '../project/createTestProject.js'
import { openTestProject } from '../project/openTestProject.js'
import { testSlugs } from '../project/testSlugs.js'
import { defineAuthProvider, toConnections, toPassword } from './defineAuthProvider.js'

const ANN = 'ann'
const server = await startAuthServer()
const open = () =>
  defineAuthProvider({ baseUrl: server.baseUrl, connections: toConnections([ANN]) })

// Two hosts: nothing is theirs together but the database.
const first = open()
const second = open()
const people = defineProvider({
  name: 'people',
  accounts: {
    credentials: z.object({ password: z.string(), username: z.string() }),
    settings: z.object({}),
  },
  connect: ({ credentials: { password = '', username = '' } }) => ({
    auth: toTokenAuth({ password, username }),
    baseUrl: server.baseUrl,
  }),
  resources: {},
})
const test = await createTestProject({ options: { providers: [first, people] } })
const other = await openTestProject({
  cacheKey: 'the other host',
  databaseUrl: test.databaseUrl,
  isNew: false,
  onLog: () => undefined,
  options: { providers: [second] },
})

afterAll(async () => {
  await other.destroy()
  await test.payload.destroy()
  await server.close()
})

const { pool } = getAdapter(test.payload)
const NEVER = new AbortController().signal

type HostArgs = { connection?: string; payload: Payload; provider: Provider }

/** A client that knows nothing but what the database does. */
const startHost = ({ connection = ANN, payload, provider }: HostArgs) => {
  const http = createRunClient({
    attempts: 1,
    provider,
    run: { connection, lane: 'bulk' },
    sync: getSync(payload),
  })
  return () => http.get('/clubs', { schema: z.looseObject({}), signal: NEVER })
}

/** Two hosts that were just started, and the row that they share. */
const startHosts = () => [
  startHost({ payload: test.payload, provider: open() }),
  startHost({ payload: other, provider: open() }),
]

const readRow = async (): Promise<Record<string, unknown>> => {
  const { rows } = await pool.query<Record<string, unknown>>('select * from sync_tokens')
  return rows[0] ?? {}
}

/** Gives the project another secret until the test has ended, and returns the one that it had. */
const changeSecret = (): string => {
  const { config } = test.payload
  const { secret } = config
  onTestFinished(() => {
    config.secret = secret
  })
  config.secret = 'another secret'
  return secret
}

const readIssues = async () => {
  const { rows } = await pool.query<Record<string, unknown>>(
    `select kind, status, message, external_id from sync_issues`,
  )
  return rows
}

const failToAsk = async (ask: () => Promise<unknown>): Promise<string> => {
  try {
    await ask()
  } catch (error) {
    return (error as Error).message
  }
  throw new Error('It should have failed.')
}

beforeEach(async () => {
  await pool.query('delete from sync_tokens; delete from sync_issues; delete from sync_breakers')
  server.register(ANN, toPassword(ANN))
  server.log.length = 0
})

describe('two hosts that need a token at the same moment', () => {
  it('should sign in once', async () => {
    const [ask, askElsewhere] = startHosts()
    const letGo = server.hold('/login')

    const asked = [ask!(), askElsewhere!(), ask!(), askElsewhere!()]
    await expect.poll(() => server.log).toContain('login ann')
    letGo()
    await Promise.all(asked)

    expect(server.count('login ann')).toBe(1)
    expect(server.count('get ann')).toBe(4)
  })

  it('should renew it once', async () => {
    const [ask, askElsewhere] = startHosts()
    await Promise.all([ask!(), askElsewhere!()])
    server.expire()
    const letGo = server.hold('/renew')

    const asked = [ask!(), askElsewhere!()]
    await expect.poll(() => server.count('get nobody')).toBe(2)
    await expect.poll(() => server.count('renew ann')).toBe(1)
    letGo()
    await Promise.all(asked)

    expect(server.count('renew ann')).toBe(1)
    expect(server.count('login ann')).toBe(1)
  })

  it('should take a failure of either for one', async () => {
    const [ask, askElsewhere] = startHosts()
    await Promise.all([ask!(), askElsewhere!()])
    server.revoke(ANN)
    const letGo = server.hold('/login')

    const asked = [failToAsk(ask!), failToAsk(askElsewhere!)]
    await expect.poll(() => server.count('login ann')).toBe(2)
    letGo()

    for (const message of await Promise.all(asked)) {
      expect(message).toContain('This was failure 1 in a row')
    }
    expect(await readRow()).toMatchObject({ failures: '1', status: 'ok' })
  })
})

it('should be signed in after a restart without signing in', async () => {
  const [ask] = startHosts()
  await ask!()

  const [askAgain, askElsewhere] = startHosts()
  await askAgain!()
  await askElsewhere!()

  expect(server.log).toEqual(['login ann', 'get ann', 'get ann', 'get ann'])
})

it('should store nothing that anybody could sign in with', async () => {
  const [ask] = startHosts()
  await ask!()
  server.expire()
  await ask!()

  const dump = JSON.stringify(await readRow())
  expect(dump).toMatch(/"sealed":"\w{2}\.[\da-f]+\./)
  for (const secret of [...server.issued, toPassword(ANN)]) {
    const forms = [
      JSON.stringify(secret).slice(1, -1),
      encodeURIComponent(secret),
      Buffer.from(secret).toString('base64'),
      Buffer.from(secret).toString('hex'),
    ]
    expect(forms.filter((form) => dump.includes(form))).toEqual([])
  }
})

it('should sign in anew where the project has another secret, and lose nothing else', async () => {
  const [ask] = startHosts()
  await ask!()
  changeSecret()

  const [askAnew] = startHosts()
  await askAnew!()

  expect(server.count('login ann')).toBe(2)
})

it('should stay signed in where keys are rotated after the secret was changed', async () => {
  const [ask] = startHosts()
  await ask!()
  process.env[OLD_SECRET_VARIABLE] = changeSecret()
  onTestFinished(() => {
    delete process.env[OLD_SECRET_VARIABLE]
  })
  const rotate = async () => {
    const { code, output } = await createCliTest(test.payload)({ args: ['rotate-keys', '--json'] })
    return { code, rotation: JSON.parse(output) as unknown }
  }

  expect(await rotate()).toEqual({ code: 0, rotation: { failed: [], kept: 0, rotated: 1 } })

  // The old secret is needed no more.
  delete process.env[OLD_SECRET_VARIABLE]
  expect(await rotate()).toEqual({ code: 0, rotation: { failed: [], kept: 1, rotated: 0 } })
  await startHosts()[0]!()
  expect(server.log).toEqual(['login ann', 'get ann', 'get ann'])
})

it('should say by its exit code, and whose, where keys cannot be rotated', async () => {
  const [ask] = startHosts()
  await ask!()
  changeSecret()
  const { code, errors, output } = await createCliTest(test.payload)({
    args: ['rotate-keys', '--json'],
  })

  expect(code).not.toBe(0)
  expect(JSON.parse(output)).toEqual({ failed: [ANN], kept: 0, rotated: 0 })
  expect(errors).toContain(OLD_SECRET_VARIABLE)
})

it('should deactivate after three failures, say so in an issue, and take it back', async () => {
  const everybody = {
    schedule: { connection: null, mode: 'full', provider: first.name, resource: 'clubs' },
    sync: getSync(test.payload),
  } as const
  const [ask] = startHosts()
  await ask!()
  server.revoke(ANN)

  await failToAsk(ask!)
  await failToAsk(startHosts()[1]!)
  expect(await readIssues()).toEqual([])
  expect(await listTargets(everybody)).toEqual([ANN])
  const last = await failToAsk(startHosts()[0]!)
  const after = await failToAsk(startHosts()[1]!)

  expect(after).toBe(last)
  expect(await listTargets(everybody)).toEqual([])
  expect(server.count('login ann')).toBe(1 + 3)
  expect(server.count('renew ann')).toBe(3)
  expect(await readRow()).toMatchObject({ failures: '3', status: 'deactivated' })
  expect(await readIssues()).toEqual([
    { external_id: ANN, kind: 'connection', message: last, status: 'open' },
  ])
  // Both hosts found it out, and people hear of it once.
  await drainSync({ payload: test.payload })
  const reader = { id: 1, collection: 'users' }
  const { docs } = await listNotifications({ payload: test.payload, reader, sight: 'all' })
  expect(docs.flatMap(({ notices }) => notices)).toMatchObject([
    { name: 'connection:deactivated', connection: ANN, count: 1, severity: 'critical' },
  ])

  server.register(ANN, 'a new one')
  const changed = defineAuthProvider({
    baseUrl: server.baseUrl,
    connections: { [ANN]: { credentials: { password: 'a new one', username: ANN } } },
  })
  await startHost({ payload: test.payload, provider: changed })()

  expect(await readRow()).toMatchObject({ failures: '0', reason: null, status: 'ok' })
  expect(await readIssues()).toMatchObject([{ status: 'resolved' }])
})

it('should give up no connection of which a host died in the middle of a renewal', async () => {
  const [ask] = startHosts()
  await ask!()
  server.expire()
  // Its turn was never given back, and the provider has done away with its refresh token.
  await pool.query(`update sync_tokens set turn = 'gone', turn_until = now() + interval '1 second'`)
  const lost = server.issued.at(-1)!
  await fetch(`${server.baseUrl}/renew`, {
    body: JSON.stringify({ refreshToken: lost }),
    method: 'POST',
  })
  server.log.length = 0

  await ask!()

  expect(server.log).toEqual(['get nobody', 'renew ann', 'login ann', 'get ann'])
  expect(await readRow()).toMatchObject({ failures: '0', status: 'ok', turn: null })
})

it('should forget a refusal when somebody saves the credentials, also the same ones', async () => {
  const { id, name } = (await test.payload.create({
    collection: testSlugs.syncConnections,
    data: {
      credentials: { password: 'w', username: 'bob' },
      label: 'Bob',
      provider: 'people',
      settings: {},
    },
  })) as unknown as { id: number; name: string }
  await pool.query(
    `insert into sync_tokens (provider, connection, status) values ('people', $1, 'refused')`,
    [name],
  )
  const update = (data: Record<string, unknown>) =>
    test.payload.update({ id, collection: testSlugs.syncConnections, data })
  const countRefused = async () =>
    (await pool.query(`select from sync_tokens where status = 'refused'`)).rowCount

  await update({ label: 'Robert' })
  expect(await countRefused()).toBe(1)
  await update({ credentials: { password: 'w', username: 'bob' } })
  expect(await countRefused()).toBe(0)
})

it('should keep the tokens of a connection that is switched off, and none of one that is gone', async () => {
  const add = async (username: string) =>
    (await test.payload.create({
      collection: testSlugs.syncConnections,
      data: {
        credentials: { password: toPassword(username), username },
        label: username,
        provider: 'people',
        settings: {},
      },
    })) as unknown as { id: number; name: string }
  const [gone, kept] = [await add('gone'), await add('kept')]
  server.register('gone', toPassword('gone'))
  server.register('kept', toPassword('kept'))
  const { providers } = await loadSync({ payload: test.payload })
  for (const { name } of [gone, kept]) {
    await startHost({
      connection: name,
      payload: test.payload,
      provider: providers.get('people')!,
    })()
  }
  const listOwners = async () =>
    (
      await pool.query<{ connection: string }>(
        `select connection from sync_tokens where sealed is not null order by connection`,
      )
    ).rows.map(({ connection }) => connection)
  await pool.query(
    `insert into sync_issues (provider, resource, external_id, kind, status, message, collection)
     values ('people', '', $1, 'connection', 'open', 'Refused.', '')`,
    [gone.name],
  )

  await test.payload.update({
    id: gone.id,
    collection: testSlugs.syncConnections,
    data: { active: false },
  })
  expect(await listOwners()).toEqual([gone.name, kept.name].toSorted())
  await test.payload.delete({ id: gone.id, collection: testSlugs.syncConnections })

  expect(await listOwners()).toEqual([kept.name])
  expect(await readIssues()).toMatchObject([{ external_id: gone.name, status: 'resolved' }])
})
