import { GRAPHQL_POST } from '@payloadcms/next/routes'
import { handleEndpoints } from 'payload'
import { afterAll, expect, it } from 'vitest'

import { MACHINERY_KEYS } from '../../src/plugin/options/collectionKeys.js'
import { startAuthServer } from '../../src/sync/http/auth/authServer.fixture.js'
import { tick } from '../../src/sync/operations/schedules/tick.js'
import { getStatus } from '../../src/sync/operations/status/getStatus.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createTestProject } from '../project/createTestProject.js'
import { testSlugs } from '../project/testSlugs.js'
import { defineAuthProvider, toConnections, toPassword } from './defineAuthProvider.js'

/** An hour apart, which is how long a token lives: all but the first begin with a renewal. */
const ROUNDS = 5
const HOUR_MS = 3_600_000
const START = Date.UTC(2026, 0, 1)

const range = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name}-number-${index}`)

const GOOD = range('good', 22)
const WRONG = range('wrong', 5)
const REVOKED = range('revoked', 2)
const DENIED = range('denied', 1)
const ALL = [...GOOD, ...WRONG, ...REVOKED, ...DENIED]

const server = await startAuthServer()
GOOD.forEach((name) => server.answer(name, clubOf(name)))
;[...GOOD, ...REVOKED, ...DENIED].forEach((name) => server.register(name, toPassword(name)))
WRONG.forEach((name) => server.register(name, 'something else'))
REVOKED.forEach((name) => server.answer(name, clubOf(name)))
DENIED.forEach((name) =>
  server.answer(name, { body: { message: `Access denied for user: ${name}` }, status: 401 }),
)

function clubOf(name: string) {
  return { body: { records: [{ id: name, name: `Club of ${name}` }] }, status: 200 }
}

let now = START
const test = await createTestProject({
  config: { admin: { user: 'users' } },
  options: {
    clock: { now: () => new Date(now) },
    providers: [defineAuthProvider({ baseUrl: server.baseUrl, connections: toConnections(ALL) })],
    retries: 0,
    schedules: ALL.map((connection) => ({
      connection,
      cron: '0 * * * *',
      mode: 'full',
      provider: 'club-house',
      resource: 'clubs',
    })),
  },
})
const { payload } = test
const { pool } = getAdapter(payload)

afterAll(async () => {
  await payload.destroy()
  await server.close()
})

/** Every row of every table, as text. */
const dump = async (): Promise<string> => {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  const texts: string[] = []
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(
      `select each::text as row from ${name} as each`,
    )
    texts.push(...rows.map(({ row }) => `${name} ${row}`))
  }
  return texts.join('\n')
}

const SECRET = 'admin-of-this-test'

const readApis = async (): Promise<string[]> => {
  const data = { email: 'admin@example.com', password: SECRET }
  await payload.create({ collection: 'users', data })
  const { token } = await payload.login({ collection: 'users', data })
  const headers = { Authorization: `JWT ${token}`, 'Content-Type': 'application/json' }
  const get = async (path: string) => {
    const request = new Request(`http://localhost/api${path}`, { headers })
    const { cacheKey: payloadInstanceCacheKey } = test
    const answer = await handleEndpoints({
      config: payload.config,
      payloadInstanceCacheKey,
      request,
    })
    return await answer.text()
  }
  const rest = [
    ...['status', 'health', 'logs?limit=500', 'history', 'schedules/conflicts', 'metrics'].map(
      (name) => `/sync/${name}`,
    ),
    ...MACHINERY_KEYS.map((key) => `/${testSlugs[key]}?limit=500&depth=2`),
  ]
  const { _payload } = globalThis as unknown as { _payload: Map<string, unknown> }
  _payload.set('default', _payload.get(test.cacheKey))
  const asked = await GRAPHQL_POST(payload.config)(
    new Request('http://localhost/api/graphql', {
      body: JSON.stringify({
        query: `{
          SyncLogs(limit: 500) { docs { connection error resource status } }
          SyncIssues(limit: 500) { docs { message details externalId } }
          SyncSchedules(limit: 500) { docs { connection title } }
        }`,
      }),
      headers,
      method: 'POST',
    }),
  )
  _payload.delete('default')
  const local = await Promise.all(
    MACHINERY_KEYS.map((key) =>
      payload.find({ collection: testSlugs[key], depth: 2, limit: 500, overrideAccess: true }),
    ),
  )
  return [
    ...(await Promise.all(rest.map(get))),
    await asked.text(),
    JSON.stringify(local),
    JSON.stringify(await getStatus({ payload })),
  ]
}

const HTML: Readonly<Record<string, string>> = {
  '"': '&quot;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
}

/** The forms in which a secret could have been written down. */
const toForms = (secret: string): string[] => [
  secret,
  JSON.stringify(secret).slice(1, -1),
  JSON.stringify(JSON.stringify(secret)).slice(3, -3),
  encodeURIComponent(secret),
  encodeURI(secret),
  new URLSearchParams({ secret }).toString().slice('secret='.length),
  secret.replace(/["&<>]/g, (letter) => HTML[letter] ?? letter),
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  Buffer.from(secret).toString('base64url'),
  Buffer.from(secret).toString('hex'),
]

it('should keep 22 of 30 connections current, and say of the others what is wrong', async () => {
  // The first look finds the schedules of the config, and none of them due.
  await tick({ payload })
  for (let round = 0; round < ROUNDS; round += 1) {
    now += HOUR_MS
    await tick({ payload })
    await drainSync({ payload })
    if (round === 0) {
      REVOKED.forEach(server.revoke)
      server.expire()
    }
  }

  const { rows } = await pool.query<{
    connection: string
    error_code: string
    runs: string
    words: string
  }>(
    `select connection, count(*) as runs,
       (array_agg(status::text order by id desc))[1] as status,
       (array_agg(error_message order by id desc))[1] as words
     from sync_logs group by connection`,
  )
  const runs = new Map(rows.map((row) => [row.connection, row]))
  const { docs: clubs } = await payload.find({ collection: testSlugs.teams, pagination: false })
  const names = clubs.map((club) => (club as unknown as { externalId: string }).externalId)

  expect(names.toSorted()).toEqual([...GOOD, ...REVOKED].toSorted())
  for (const name of GOOD) {
    expect(runs.get(name)).toMatchObject({ runs: String(ROUNDS), status: 'completed' })
    expect([server.count(`login ${name}`), server.count(`renew ${name}`)]).toEqual([1, ROUNDS - 1])
  }
  for (const name of WRONG) {
    expect(runs.get(name)).toMatchObject({ status: 'failed' })
    expect(runs.get(name)?.words).toMatch(/refused the credentials: .*Wrong password \[redacted\]/)
    expect([server.count(`login ${name}`), server.count(`get ${name}`)]).toEqual([1, 0])
  }
  for (const name of REVOKED) {
    // The first round was well, three failed, and the last one was skipped.
    expect(runs.get(name)).toMatchObject({ runs: '4', status: 'failed' })
    expect(runs.get(name)?.words).toContain('this connection is deactivated')
    expect([server.count(`login ${name}`), server.count(`renew ${name}`)]).toEqual([1 + 3, 3])
  }
  for (const name of DENIED) {
    expect(runs.get(name)).toMatchObject({ runs: String(ROUNDS), status: 'failed' })
    expect(runs.get(name)?.words).toContain('no access: Access denied for user')
    expect([server.count(`login ${name}`), server.count(`renew ${name}`)]).toEqual([1, ROUNDS - 1])
  }

  const { docs: issues } = await payload.find({
    collection: testSlugs.syncIssues,
    pagination: false,
  })
  expect(
    issues.map((issue) => (issue as unknown as { externalId: string }).externalId).toSorted(),
  ).toEqual(REVOKED)
  const { health } = await getStatus({ payload })
  const told = (code: string) =>
    health.reasons
      .filter((reason) => reason.code === code)
      .map(({ values }) => values.connection)
      .toSorted()
  expect(told('CONNECTION_DEACTIVATED')).toEqual(REVOKED)
  expect(told('CONNECTION_REFUSED')).toEqual(WRONG)
}, 300_000)

it('should tell no credential of that to anybody, in any form', async () => {
  const apis = await readApis()
  const told = { apis: apis.join('\n'), logs: test.logged(), tables: await dump() }
  const secrets = [...server.issued, ...ALL.map(toPassword)]

  expect(server.issued.length).toBeGreaterThan(2 * ALL.length)
  for (const [where, text] of Object.entries(told)) {
    expect({ isWhole: text.includes('club-house'), where }).toEqual({ isWhole: true, where })
    const small = text.toLowerCase()
    const leaked = secrets.filter((secret) =>
      toForms(secret).some((form) => small.includes(form.toLowerCase())),
    )
    expect({ leaked, where }).toEqual({ leaked: [], where })
  }
}, 60_000)
