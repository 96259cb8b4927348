import type { PayloadRequest } from 'payload'

import { handleEndpoints } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { Account } from '../../dev/emulator/providers/prestosports/limits/createAccounts.js'
import type { EmulatedTest } from '../prestosports/createEmulatedTest.js'

import { MACHINERY_KEYS } from '../../src/plugin/options/collectionKeys.js'
import { tick } from '../../src/sync/operations/schedules/tick.js'
import { getStatus } from '../../src/sync/operations/status/getStatus.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createEmulatedTest } from '../prestosports/createEmulatedTest.js'
import { testSlugs } from '../project/testSlugs.js'
import { findSecrets } from '../secrets/findSecrets.js'
import { askGraphQL } from './askGraphQL.js'
import { dump } from './createAccountsTest.js'

const HOURS_MS = 4 * 3_600_000

/** A second after a slot of the schedule that every connection has. */
const SLOT = '2026-04-15T12:00:01Z'

type Row = {
  active: boolean
  authFailures: number
  deactivatedReason: null | string
  id: number
  label: string
  lastError: null | string
  lastSuccessAt: null | string
  name: string
  status: string
}

let test: EmulatedTest
let token: string
let good: Account[]
let wrong: Account[]
let revoked: Account[]
let denied: Account[]
const mistyped = ({ username }: Account) => `mistyped "pass" & <word>/${username}`
const told: string[] = []

type AskArgs = { body?: unknown; method?: string; path: string }

/** Asks as the owner, and keeps what was answered; of a feed its beginning. */
const ask = async ({ body, method = 'GET', path }: AskArgs): Promise<Record<string, unknown>> => {
  const response = await handleEndpoints({
    config: test.payload.config,
    payloadInstanceCacheKey: test.cacheKey,
    request: new Request(`http://localhost/api${path}`, {
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: { Authorization: `JWT ${token}`, 'Content-Type': 'application/json' },
      method,
    }),
  })
  const headers = JSON.stringify([...response.headers])
  if (response.headers.get('content-type')?.includes('event-stream')) {
    const reader = response.body!.getReader()
    const { value } = await reader.read()
    await reader.cancel()
    told.push(headers, Buffer.from(value ?? []).toString())
    return {}
  }
  const text = await response.text()
  told.push(headers, text)
  return text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {}
}

const enter = async ({ password, teamIds: [team], username }: Account): Promise<void> => {
  const { doc } = await ask({
    body: {
      credentials: { password, username },
      label: username.replace(/@.*/, ''),
      provider: 'prestosports',
      settings: { team },
    },
    method: 'POST',
    path: `/${testSlugs.syncConnections}`,
  })
  expect(doc).toMatchObject({ active: true, status: 'new' })
}

/** One slot of the schedule, whose runs are all done when it returns. */
const runSlot = async () => {
  const { failed, runs } = await tick({ payload: test.payload })
  expect(failed).toEqual([])
  await drainSync({ payload: test.payload })
  return runs
}

/** Syncs with these connections, and waits until they are done. */
const trigger = async (rows: readonly Row[]): Promise<void> => {
  for (const { name } of rows) {
    const { runs } = await ask({
      body: { connection: name, provider: 'prestosports' },
      method: 'POST',
      path: '/sync/trigger',
    })
    expect(runs).toHaveLength(1)
  }
  await drainSync({ payload: test.payload })
}

const readRows = async (): Promise<Map<string, Row>> => {
  const { docs } = await test.payload.find({
    collection: testSlugs.syncConnections,
    depth: 0,
    pagination: false,
  })
  return new Map((docs as unknown as Row[]).map((row) => [row.label, row]))
}

const rowsOf = async (people: readonly Account[]): Promise<Row[]> => {
  const rows = await readRows()
  return people.map(({ username }) => rows.get(username.replace(/@.*/, ''))!)
}

beforeAll(async () => {
  test = await createEmulatedTest({
    now: '2026-04-15T11:00:00Z',
    // One worker, so that the order can be told.
    plugin: {
      limits: { requestsPerMinute: 10_000, triggersPerHour: 10_000 },
      worker: { concurrency: { bulk: 1 } },
    },
    politeMs: 5,
    // One request a slot: this is about who may ask.
    resources: ['players'],
    toConnections: () => ({}),
    world: { teams: 32, weeksAhead: 0, weeksBack: 0 },
  })
  const people = [...test.emulator.prestosports.accounts.list.values()]
  good = people.slice(0, 22)
  wrong = people.slice(22, 27)
  revoked = people.slice(27, 29)
  denied = people.slice(29, 30)
  denied.forEach((person) => (person.isDenied = true))
  const data = { email: 'office@example.com', password: 'only-for-tests' }
  await test.payload.create({ collection: 'users', data })
  token = (await test.payload.login({ collection: 'users', data })).token!
  for (const person of [...good, ...revoked, ...denied]) {
    await enter(person)
  }
  for (const person of wrong) {
    await enter({ ...person, password: mistyped(person) })
  }
  // The first look finds the schedules that every connection has, and none of them due.
  expect((await tick({ payload: test.payload })).runs).toEqual([])
})

afterAll(() => test.close())

it('should keep 22 of 30 connections current, and say of the others what is wrong', async () => {
  test.moveTo(Date.parse(SLOT))
  expect(await runSlot()).toHaveLength(30)
  revoked.forEach((person) => (person.isRevoked = true))
  // By hand as well. A token lives an hour: whoever asks after that begins with a renewal.
  for (const _ of [1, 2]) {
    test.clock.advance(HOURS_MS / 3)
    await trigger([...(await rowsOf(revoked)), ...(await rowsOf(wrong))])
  }
  test.moveTo(Date.parse(SLOT) + HOURS_MS)
  expect(await runSlot()).toHaveLength(30)

  const rows = await readRows()
  expect(rows.size).toBe(30)
  const skipped = await rowsOf(revoked)

  for (const row of await rowsOf(good)) {
    expect(row).toMatchObject({
      active: true,
      authFailures: 0,
      lastError: null,
      status: 'working',
    })
    expect(Date.parse(row.lastSuccessAt!)).toBeGreaterThanOrEqual(Date.parse(SLOT) + HOURS_MS)
  }
  const players = await test.find('collegePlayers')
  const { teams } = test.emulator.prestosports.world
  // The two were well once, and what they brought stays.
  const squads = [...good, ...revoked].flatMap(({ teamIds }) => teams.get(teamIds[0]!)!.squad)
  expect(players.map(({ externalId }) => externalId).toSorted()).toEqual(
    squads.map(({ id }) => id).toSorted(),
  )
  for (const row of await rowsOf(wrong)) {
    expect(row).toMatchObject({ active: true, lastSuccessAt: null, status: 'refused' })
    expect(row.lastError).toContain('Incorrect username or password.')
  }
  for (const row of await rowsOf(denied)) {
    expect(row).toMatchObject({ active: true, status: 'failing' })
    expect(row.lastError).toContain('Access denied for user')
  }
  for (const row of skipped) {
    expect(row).toMatchObject({ active: false, authFailures: 3, status: 'deactivated' })
    expect(row.deactivatedReason).toContain('deactivated')
  }
  const { health } = await getStatus({ payload: test.payload })
  const named = (code: string) =>
    health.reasons
      .filter((reason) => reason.code === code)
      .map(({ values }) => values.connection)
      .toSorted()
  const labels = (people: readonly Account[]) =>
    people.map(({ username }) => username.replace(/@.*/, ''))
  expect(named('CONNECTION_DEACTIVATED')).toEqual(labels(revoked))
  expect(named('CONNECTION_REFUSED')).toEqual(labels(wrong))
  const { docs: issues } = await test.payload.find({
    collection: testSlugs.syncIssues,
    pagination: false,
    where: { kind: { equals: 'connection' } },
  })
  expect(
    issues.map((issue) => (issue as unknown as { externalId: string }).externalId).toSorted(),
  ).toEqual(skipped.map(({ name }) => name).toSorted())
})

it('should sign in and renew no more often than the rules allow', () => {
  const count = (people: readonly Account[]) =>
    people.map(({ asked, logins, refreshes }) => ({ asked: asked.size > 0, logins, refreshes }))

  for (const each of count([...good, ...denied])) {
    expect(each).toEqual({ asked: true, logins: 1, refreshes: 1 })
  }
  for (const each of count(wrong)) {
    expect(each).toEqual({ asked: false, logins: 1, refreshes: 0 })
  }
  for (const each of count(revoked)) {
    // Three renewals that failed, each with one try to sign in anew.
    expect(each).toEqual({ asked: true, logins: 1 + 3, refreshes: 3 })
  }
})

it('should ask one after the other, in the order in which they were entered, and share one budget', async () => {
  const { pool } = getAdapter(test.payload)
  const { rows: runs } = await pool.query<{ connection: string }>(
    `select connection from sync_logs where trigger = 'schedule' order by started_at, id`,
  )
  const entered = [...(await readRows()).values()].toSorted((one, other) => one.id - other.id)
  const { rows: quotas } = await pool.query('select connection, ticket::int from sync_quotas')

  expect(runs.slice(0, 30).map(({ connection }) => connection)).toEqual(
    entered.map(({ name }) => name),
  )
  // Sign-ins as well.
  expect(quotas).toEqual([{ connection: '*', ticket: test.emulator.requests.list().length }])
})

const bodyOf = (path: string, row: Row): unknown =>
  ({
    '/sync/refresh': { externalId: 'x', provider: 'prestosports', resource: 'players' },
    '/sync/schedules/check': {
      cron: '0 0 * * *',
      frequency: 'cron',
      mode: 'full',
      provider: 'prestosports',
    },
    '/sync/trigger': { connection: row.name, provider: 'prestosports' },
  })[path] ?? {}

/** Every route of the plugin, each as often as there are things that it may be asked about. */
const askEveryRoute = async (rows: readonly Row[]): Promise<void> => {
  const find = async (key: 'syncIssues' | 'syncLogs' | 'syncSchedules') =>
    (await test.payload.find({ collection: testSlugs[key], limit: 100, sort: '-id' })).docs as {
      id: number
    }[]
  const [issues, logs, schedules] = [
    await find('syncIssues'),
    await find('syncLogs'),
    await find('syncSchedules'),
  ]
  expect(issues.length).toBeGreaterThan(0)
  for (const { method, path } of test.payload.config.endpoints as {
    method: string
    path: string
  }[]) {
    const ids = path.includes('connections')
      ? rows.map(({ id }) => id)
      : path.includes('schedules')
        ? schedules.map(({ id }) => id)
        : path.includes('issues')
          ? issues.map(({ id }) => id)
          : logs.slice(0, 3).map(({ id }) => id)
    const paths = path.includes(':id') ? ids.map((id) => path.replace(':id', String(id))) : [path]
    for (const each of paths) {
      await ask({
        method: method.toUpperCase(),
        path: each.replace(':name', 'prestosports').replace(':collection', 'collegePlayers'),
        ...(method !== 'get' && { body: bodyOf(path, rows[0]!) }),
      })
    }
  }
}

it('should tell no credential of that to anybody, in any form', async () => {
  const rows = [...(await readRows()).values()]
  // Of each kind, with its test and its choices.
  const some = await Promise.all(
    [good.slice(0, 2), wrong.slice(0, 1), revoked.slice(0, 1), denied].map(rowsOf),
  )
  await askEveryRoute(some.flat())
  for (const key of MACHINERY_KEYS) {
    await ask({ path: `/${testSlugs[key]}?limit=500&depth=2&draft=true` })
  }
  for (const { id } of rows) {
    await ask({ path: `/${testSlugs.syncConnections}/${id}?select[credentials]=true` })
  }
  // Of connections there is nothing to take away as a file, and no earlier version is kept.
  const exported = await ask({ path: `/sync/export/${testSlugs.syncConnections}` })
  expect(exported).toHaveProperty('errors')
  const { config } = test.payload.collections[testSlugs.syncConnections]!
  expect(config.versions).toBeFalsy()
  await ask({
    body: { credentials: { password: mistyped(wrong[1]!), unknown: 'x' } },
    method: 'PATCH',
    path: `/${testSlugs.syncConnections}/${rows[0]!.id}`,
  })
  for (const query of [
    `{ SyncConnections(limit: 100) { docs { id label name provider settings savedCredentials status
       lastError deactivatedReason owner { id email } } } }`,
    '{ SyncConnections(limit: 100) { docs { credentials } } }',
    '{ SyncConnections(limit: 100) { docs { sealed } } }',
    '{ SyncLogs(limit: 500) { docs { connection error resource status checkpoint } } }',
    '{ SyncIssues(limit: 500) { docs { message details externalId } } }',
    '{ SyncSchedules(limit: 500) { docs { connection title } } }',
  ]) {
    told.push(await askGraphQL({ query, test, token }))
  }
  const local = await Promise.all(
    MACHINERY_KEYS.map((key) =>
      test.payload.find({
        collection: testSlugs[key],
        depth: 2,
        limit: 500,
        overrideAccess: true,
        req: {} as PayloadRequest,
        showHiddenFields: true,
      }),
    ),
  )
  const places = {
    answers: told.join('\n'),
    local: JSON.stringify(local),
    logs: test.logged(),
    tables: await dump(test.payload),
  }
  const people = [...good, ...wrong, ...revoked, ...denied]
  const secrets = [
    ...test.emulator.prestosports.accounts.issued,
    ...people.flatMap(({ password, username }) => [password, username]),
    ...wrong.map(mistyped),
  ]

  expect(secrets.length).toBeGreaterThan(2 * 30 * 2)
  expect(new Set(secrets).size).toBe(secrets.length)
  for (const [where, text] of Object.entries(places)) {
    expect({ isWhole: text.includes('prestosports'), where }).toEqual({ isWhole: true, where })
    expect({ leaked: findSecrets({ secrets, text }), where }).toEqual({ leaked: [], where })
  }
})

it('should go on with a connection as soon as new credentials are saved', async () => {
  const [person] = revoked
  const [row] = await rowsOf([person!])
  Object.assign(person!, { isRevoked: false, password: 'another "password" & <more>' })

  await ask({
    body: { credentials: { password: person!.password } },
    method: 'PATCH',
    path: `/${testSlugs.syncConnections}/${row!.id}`,
  })
  await trigger([row!])
  expect(await rowsOf([person!])).toMatchObject([
    { active: true, authFailures: 0, deactivatedReason: null, lastError: null, status: 'working' },
  ])

  // The other one is skipped by the next slot.
  test.moveTo(Date.parse(SLOT) + 2 * HOURS_MS)
  const { runs } = await tick({ payload: test.payload })
  const [other] = await rowsOf(revoked.slice(1))
  expect(runs).toHaveLength(29)
  expect(runs.map(({ connection }) => connection)).not.toContain(other!.name)
})
