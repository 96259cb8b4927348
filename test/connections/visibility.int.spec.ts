import { handleEndpoints } from 'payload'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'

import type { Notice } from '../../src/sync/run/notices/Notice.js'
import type { AccountsTest } from './createAccountsTest.js'

import { getSync } from '../../src/sync/engine/Sync.js'
import { getHistory } from '../../src/sync/operations/runs/getHistory.js'
import { endAuthTurn } from '../../src/sync/store/auth/endAuthTurn.js'
import { takeAuthTurn } from '../../src/sync/store/auth/takeAuthTurn.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { inTransaction } from '../../src/sync/store/inTransaction.js'
import { saveNotification } from '../../src/sync/store/notices/saveNotification.js'
import { testSlugs } from '../project/testSlugs.js'
import { askGraphQL } from './askGraphQL.js'
import { createAccountsTest } from './createAccountsTest.js'

let test: AccountsTest
let anna: string
let bert: string
let ofAnna: { id: number; name: string }
let run: string
let schedule: number
let issue: number
let scheduleIssue: number
let notification: number
let kept: string

const REFUSED = 'The credentials of anna were refused.'

/** What tells of anna: her connection, its runs, records and schedule, by any of their names. */
const traces = () => [ofAnna.name, 'Team of anna', 'Ants', 'No such team', REFUSED]

beforeAll(async () => {
  test = await createAccountsTest({ options: { scheduler: { proposed: false } } })
  anna = await test.signIn('anna')
  bert = await test.signIn('bert')
  test.people.set('anna', { clubs: { a: 'Ants', b: 'Bugs' } })
  test.people.set('bert', { clubs: {} })
  await test.connect({ token: bert, user: 'bert' })
})

afterAll(() => test.close())

type Route = { body?: () => unknown; method?: string; path: () => string }

const machinery = [
  'syncBreakers',
  'syncConnections',
  'syncDeliveries',
  'syncFiles',
  'syncIssues',
  'syncLogs',
  'syncNotifications',
  'syncQuotas',
  'syncRecords',
  'syncSchedules',
  'syncStates',
] as const

/** Routes that answer bert the same, whatever anna has. */
const SILENT: Record<string, Route> = {
  'GET /sync/channels': { path: () => '/sync/channels' },
  'GET /sync/choices/:provider/:what': { path: () => '/sync/choices/league/clubs' },
  'GET /sync/deleted': { path: () => '/sync/deleted' },
  'GET /sync/export/:collection': {
    path: () => `/sync/export/${testSlugs.syncLogs}?format=json`,
  },
  'GET /sync/health': { path: () => '/sync/health' },
  'GET /sync/history': { path: () => '/sync/history' },
  'GET /sync/issues/groups': { path: () => '/sync/issues/groups' },
  'GET /sync/issues/members': {
    path: () => '/sync/issues/members?kind=connection&provider=league&resource=&reason=a',
  },
  'GET /sync/logs': { path: () => '/sync/logs' },
  'GET /sync/notifications': { path: () => '/sync/notifications' },
  'GET /sync/report': { path: () => '/sync/report?from=2026-01-01&to=2126-01-01' },
  'GET /sync/schedules/conflicts': { path: () => '/sync/schedules/conflicts' },
  'GET /sync/status': { path: () => '/sync/status' },
  // Of Payload itself: who has which document open.
  'GET locked documents': { path: () => '/payload-locked-documents?depth=2' },
  ...Object.fromEntries(
    machinery.flatMap((key) => [
      [`GET ${key}`, { path: () => `/${testSlugs[key]}?depth=2` }],
      [`GET ${key}/count`, { path: () => `/${testSlugs[key]}/count` }],
    ]),
  ),
}

/** Routes that name something of anna's, and what they answer bert. */
const CLOSED: Record<string, { status: number } & Route> = {
  'DELETE /sync/files/:id': { method: 'DELETE', path: () => '/sync/files/1', status: 404 },
  'DELETE a connection': {
    method: 'DELETE',
    path: () => `/${testSlugs.syncConnections}/${ofAnna.id}?records=delete`,
    status: 403,
  },
  'DELETE a schedule': {
    method: 'DELETE',
    path: () => `/${testSlugs.syncSchedules}/${schedule}`,
    status: 403,
  },
  'GET /sync/connections/:id/choices': {
    path: () => `/sync/connections/${ofAnna.id}/choices`,
    status: 404,
  },
  'GET /sync/files': {
    // It names the connection in its query, which the answer may repeat.
    body: () => undefined,
    path: () => `/sync/files?provider=league&connection=${ofAnna.name}`,
    status: 404,
  },
  'GET /sync/issues/:id/record': {
    path: () => `/sync/issues/${issue}/record`,
    status: 404,
  },
  'GET /sync/logs/:id': { path: () => `/sync/logs/${run}`, status: 404 },
  'GET /sync/records': {
    path: () => '/sync/records?externalId=a&provider=league&resource=clubs',
    status: 200,
  },
  'GET /sync/schedules/:id/stats': {
    path: () => `/sync/schedules/${schedule}/stats`,
    status: 404,
  },
  'GET a connection': { path: () => `/${testSlugs.syncConnections}/${ofAnna.id}`, status: 404 },
  'GET a run': { path: () => `/${testSlugs.syncLogs}/${run}`, status: 404 },
  'GET a schedule': { path: () => `/${testSlugs.syncSchedules}/${schedule}`, status: 404 },
  'PATCH a connection': {
    body: () => ({ label: 'Mine' }),
    method: 'PATCH',
    path: () => `/${testSlugs.syncConnections}/${ofAnna.id}`,
    status: 403,
  },
  'PATCH a schedule': {
    body: () => ({ enabled: false }),
    method: 'PATCH',
    path: () => `/${testSlugs.syncSchedules}/${schedule}`,
    status: 403,
  },
  'POST /sync/channels/:name/test': {
    method: 'POST',
    path: () => '/sync/channels/nobody/test',
    status: 404,
  },
  'POST /sync/choices/:provider/:what': {
    body: () => ({ values: [] }),
    method: 'POST',
    path: () => '/sync/choices/league/clubs',
    status: 404,
  },
  'POST /sync/connections/:id/consent': {
    method: 'POST',
    path: () => `/sync/connections/${ofAnna.id}/consent`,
    status: 404,
  },
  'POST /sync/connections/:id/test': {
    method: 'POST',
    path: () => `/sync/connections/${ofAnna.id}/test`,
    status: 404,
  },
  'POST /sync/files': {
    body: () => ({}),
    method: 'POST',
    path: () => `/sync/files?provider=league&name=a.csv&connection=${ofAnna.name}`,
    status: 404,
  },
  'POST /sync/files/:id/import': {
    method: 'POST',
    path: () => '/sync/files/1/import',
    status: 404,
  },
  'POST /sync/issues/:id/confirm': {
    method: 'POST',
    path: () => `/sync/issues/${issue}/confirm`,
    status: 404,
  },
  'POST /sync/issues/:id/fix': {
    body: () => ({ values: {} }),
    method: 'POST',
    path: () => `/sync/issues/${issue}/fix`,
    status: 404,
  },
  'POST /sync/issues/:id/resolve': {
    method: 'POST',
    path: () => `/sync/issues/${scheduleIssue}/resolve`,
    status: 404,
  },
  'POST /sync/issues/decide': {
    body: () => ({ decision: 'mine', fields: ['name'], provider: 'league', resource: 'clubs' }),
    method: 'POST',
    path: () => '/sync/issues/decide',
    status: 200,
  },
  'POST /sync/issues/ignore': {
    body: () => ({ ids: [issue] }),
    method: 'POST',
    path: () => '/sync/issues/ignore',
    status: 404,
  },
  'POST /sync/issues/retry': {
    body: () => ({ ids: [issue] }),
    method: 'POST',
    path: () => '/sync/issues/retry',
    status: 404,
  },
  'POST /sync/logs/:id/cancel': {
    method: 'POST',
    path: () => `/sync/logs/${run}/cancel`,
    status: 404,
  },
  'POST /sync/logs/:id/retry': {
    method: 'POST',
    path: () => `/sync/logs/${run}/retry`,
    status: 404,
  },
  'POST /sync/notifications/read': {
    body: () => ({ ids: [notification] }),
    method: 'POST',
    path: () => '/sync/notifications/read',
    status: 200,
  },
  'POST /sync/providers/:name/reset': {
    method: 'POST',
    path: () => '/sync/providers/league/reset',
    status: 200,
  },
  'POST /sync/records/decide': {
    body: () => ({ decision: 'mine', externalId: 'a', provider: 'league', resource: 'clubs' }),
    method: 'POST',
    path: () => '/sync/records/decide',
    status: 404,
  },
  'POST /sync/records/restore': {
    body: () => ({ externalId: 'a', provider: 'league', resource: 'clubs' }),
    method: 'POST',
    path: () => '/sync/records/restore',
    status: 404,
  },
  'POST /sync/records/undo': {
    body: () => ({ externalId: 'a', provider: 'league', resource: 'clubs', undo: 'made up' }),
    method: 'POST',
    path: () => '/sync/records/undo',
    status: 409,
  },
  ...Object.fromEntries(
    ['lock', 'unlock'].map((verb) => [
      `POST /sync/records/${verb}`,
      {
        body: () => ({ externalId: 'a', fields: ['x'], provider: 'league', resource: 'clubs' }),
        method: 'POST',
        path: () => `/sync/records/${verb}`,
        status: 404,
      },
    ]),
  ),
  'POST /sync/refresh': {
    body: () => ({ externalId: 'a', provider: 'league', resource: 'clubs' }),
    method: 'POST',
    path: () => '/sync/refresh',
    status: 404,
  },
  'POST /sync/schedules/:id/reset': {
    method: 'POST',
    path: () => `/sync/schedules/${schedule}/reset`,
    status: 404,
  },
  'POST /sync/schedules/:id/run': {
    method: 'POST',
    path: () => `/sync/schedules/${schedule}/run`,
    status: 404,
  },
  'POST /sync/schedules/check': {
    body: () => ({
      connection: ofAnna.name,
      frequency: 'hourly',
      mode: 'full',
      provider: 'league',
    }),
    method: 'POST',
    path: () => '/sync/schedules/check',
    status: 200,
  },
  'POST /sync/trigger': {
    body: () => ({ connection: ofAnna.name, provider: 'league' }),
    method: 'POST',
    path: () => '/sync/trigger',
    status: 404,
  },
  'POST a schedule': {
    body: () => ({
      connection: ofAnna.name,
      frequency: 'hourly',
      mode: 'full',
      provider: 'league',
    }),
    method: 'POST',
    path: () => `/${testSlugs.syncSchedules}`,
    status: 400,
  },
  'POST a schedule of everybody': {
    body: () => ({ connection: '', frequency: 'hourly', mode: 'full', provider: 'league' }),
    method: 'POST',
    path: () => `/${testSlugs.syncSchedules}`,
    status: 400,
  },
}

/** Those that no table can hold: the feed never ends, and a tick is for whoever has its secret. */
const ELSEWHERE = [
  'get /sync/events',
  // Never ends either.
  'get /sync/notifications/stream',
  // Answers with a way to another page; see test/spotify/consent.int.spec.ts.
  'get /sync/consent/callback',
  // For visitors, and only of documents that everybody may read.
  'get /sync/live/:collection',
  // For whoever has its secret: sums, and no name of a connection. See test/health.
  'get /sync/metrics',
  'get /sync/tick',
  'post /sync/tick',
  // Tells the site what changed, and nothing to whoever sends it.
  'post /sync/revalidate',
]

const readUser = async (email: string): Promise<{ id: number }> => {
  const { docs } = await test.payload.find({
    collection: 'users',
    where: { email: { equals: email } },
  })
  return docs[0] as unknown as { id: number }
}

const ask = ({ body, method, path }: Route, token = bert) =>
  test.ask({ body: body?.(), method, path: path(), token })

/** All that anna has, with when each was changed last. */
const readAllOfAnna = async (): Promise<string> => {
  const paths = [
    ...machinery.map((key) => `/${testSlugs[key]}?depth=0&limit=100&sort=id`),
    '/sync/notifications',
    '/teams?depth=0&sort=id',
  ]
  const told: string[] = []
  for (const path of paths) {
    told.push((await test.ask({ path, token: anna })).text)
  }
  return told.join('\n')
}

/** Moments differ from one answer to the next. */
const steady = (text: string): string =>
  text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'moment').replace(/"durationMs":[\d.]+/g, '')

/** Another connection of anna's that is deactivated, as the third refusal of its tokens does it. */
const deactivateSecond = async (): Promise<void> => {
  const { database } = getSync(test.payload)
  const data = { label: 'Second team of anna' }
  const { name: connection } = await test.connect({ data, token: anna, user: 'anna' })
  const owner = { connection, database, provider: 'league' }
  const turn = await takeAuthTurn({ ...owner, forMs: 60_000 })
  await endAuthTurn({
    ...owner,
    now: new Date(),
    stored: { failures: 3, reason: REFUSED, status: 'deactivated', values: {}, version: 1 },
    turn: 'id' in turn ? turn.id : '',
    words: REFUSED,
  })
}

const LISTS = `{
  SyncConnections { totalDocs docs { id name label owner { id } } }
  SyncIssues { totalDocs docs { id message details externalId run { id connection } } }
  SyncLogs { totalDocs docs { id connection scheduled { schedule { id title } } } }
  SyncSchedules { totalDocs docs { id title connection runs { docs { id connection } } } }
  countSyncConnections { totalDocs }
  countSyncIssues { totalDocs }
  countSyncLogs { totalDocs }
  countSyncSchedules { totalDocs }
}`

/** Each by itself: one that is refused takes the others of its question with it. */
const toOwnQueries = () => [
  `{ SyncConnection(id: ${ofAnna.id}) { name label } }`,
  `{ SyncIssue(id: ${issue}) { message details externalId } }`,
  `{ SyncLog(id: ${run}) { connection } }`,
  `{ SyncSchedule(id: ${schedule}) { title connection } }`,
  `{ countSyncIssues(where: { externalId: { like: "c-" } }) { totalDocs } }`,
  `mutation { updateSyncConnection(id: ${ofAnna.id}, data: { label: "Mine" }) { label } }`,
  `mutation { updateSyncSchedule(id: ${schedule}, data: { enabled: false }) { title } }`,
  `mutation { deleteSyncConnection(id: ${ofAnna.id}) { label } }`,
  `mutation { deleteSyncSchedule(id: ${schedule}) { title } }`,
]

type ListenArgs = { path: string; token: string }

/** Listens to a feed that never ends. */
const listen = async ({ path, token }: ListenArgs) => {
  const gone = new AbortController()
  onTestFinished(() => gone.abort())
  const { body } = await handleEndpoints({
    config: test.payload.config,
    payloadInstanceCacheKey: test.cacheKey,
    request: new Request(`http://localhost/api${path}`, {
      headers: { Authorization: `JWT ${token}` },
      signal: gone.signal,
    }),
  })
  const reader = body!.getReader()
  let heard = ''
  const hearMore = async (): Promise<boolean> => {
    const { done, value } = await reader.read()
    heard += Buffer.from(value ?? []).toString()
    return !done
  }
  return {
    /** Leaves, and returns all that was said until then. */
    end: async (): Promise<string> => {
      gone.abort()
      let isMore = true
      while (isMore) {
        isMore = await hearMore()
      }
      return heard
    },
    hear: async (wanted: ((heard: string) => boolean) | string): Promise<string> => {
      while (!(typeof wanted === 'string' ? heard.includes(wanted) : wanted(heard))) {
        if (!(await hearMore())) {
          throw new Error(`The stream ended too early: ${heard}`)
        }
      }
      return heard
    },
  }
}

/** One run of anna's that nobody works on. */
const waitAgain = () =>
  test.ask({
    body: { connection: ofAnna.name, provider: 'league' },
    method: 'POST',
    path: '/sync/trigger',
    token: anna,
  })

/** Puts something about a connection into the bell. */
const notify = async ({ connection, group }: { connection: string; group: string }) => {
  const { database } = getSync(test.payload)
  const notice = {
    name: 'connection:deactivated',
    at: new Date().toISOString(),
    cause: group,
    connection,
    count: 1,
    group,
    isRestricted: false,
    provider: 'league',
    resource: null,
    severity: 'critical',
    values: {},
  } as unknown as Notice
  await inTransaction({
    database,
    work: (req) => saveNotification({ database, notices: [notice], req, title: () => 'News' }),
  })
}

describe('another user', () => {
  it('should have every route in one of the tables', () => {
    const listed = [...Object.keys(SILENT), ...Object.keys(CLOSED)].map((name) =>
      name.toLowerCase(),
    )
    const routes = (test.payload.config.endpoints ?? [])
      .filter(({ path }) => path.startsWith('/sync/'))
      .map(({ method, path }) => `${method} ${path}`)

    expect(
      routes.filter((route) => !listed.includes(route.toLowerCase()) && !ELSEWHERE.includes(route)),
    ).toEqual([])
  })

  it('should be told the same by every list and count, whatever somebody else has', async () => {
    const before = new Map<string, string>()
    for (const [name, route] of Object.entries(SILENT)) {
      before.set(name, steady((await ask(route)).text))
    }
    const graph = await askGraphQL({ query: LISTS, test, token: bert })
    expect(graph).toContain('"SyncConnections":{"totalDocs":1')
    ofAnna = await test.connect({ token: anna, user: 'anna' })
    const [started] = await test.sync(anna)
    run = String(started?.id)
    test.people.set('anna', { clubs: { a: '', b: 'Bugs' } })
    await test.sync(anna)
    const made = await test.ask({
      body: {
        connection: ofAnna.name,
        cron: '7 7 * * *',
        frequency: 'cron',
        mode: 'full',
        provider: 'league',
      },
      method: 'POST',
      path: `/${testSlugs.syncSchedules}`,
      token: anna,
    })
    schedule = (made.body.doc as { id: number }).id
    await deactivateSecond()
    // A second one at the same times is refused, and an issue says so.
    const again = await test.ask({
      body: {
        connection: ofAnna.name,
        cron: '7 7 * * *',
        frequency: 'cron',
        mode: 'full',
        provider: 'league',
      },
      method: 'POST',
      path: `/${testSlugs.syncSchedules}`,
      token: anna,
    })
    expect(again.status).toBe(400)
    const { docs } = await test.payload.find({
      collection: testSlugs.syncIssues,
      where: { kind: { equals: 'schedule' } },
    })
    scheduleIssue = docs[0]!.id as number
    await waitAgain()

    for (const [name, route] of Object.entries(SILENT)) {
      const { text } = await ask(route)
      expect({ name, text: steady(text) }).toEqual({ name, text: before.get(name) })
      for (const trace of traces()) {
        expect({ name, text }).not.toMatchObject({ text: expect.stringContaining(trace) as string })
      }
    }
    expect(await askGraphQL({ query: LISTS, test, token: bert })).toBe(graph)
  })

  it('should see all of it as the owner', async () => {
    const { body, text } = await ask(SILENT['GET /sync/status']!, anna)

    expect(text).toContain(ofAnna.name)
    expect(body).toMatchObject({
      providers: [{ resources: [{ name: 'clubs', activeRun: { status: 'queued' }, stored: 2 }] }],
    })
    const { body: issues } = await ask(
      { path: () => `/${testSlugs.syncIssues}?where[kind][equals]=connection` },
      anna,
    )
    expect(issues).toMatchObject({ docs: [{ message: REFUSED }] })
    const { body: told } = await ask(SILENT['GET /sync/notifications']!, anna)
    expect(told).toMatchObject({ docs: [{ isRead: false }], unread: 1 })
    notification = (told.docs as { id: number }[])[0]!.id
    issue = (issues.docs as { id: number }[])[0]!.id
    const graph = await askGraphQL({ query: LISTS, test, token: anna })
    expect(graph).toContain(REFUSED)
    expect(graph).toContain(`"connection":"${ofAnna.name}"`)
    for (const key of ['syncConnections', 'syncLogs', 'syncSchedules', 'syncStates'] as const) {
      const { body: found } = await ask({ path: () => `/${testSlugs[key]}` }, anna)
      expect(found.totalDocs).toBeGreaterThan(0)
    }
    kept = await readAllOfAnna()
  })

  it('should be able to leave no lock on what holds connections', () => {
    for (const key of machinery) {
      expect(test.payload.collections[testSlugs[key]]!.config.lockDocuments).toBe(false)
    }
  })

  it.each(Object.entries(CLOSED))('should get nowhere by %s', async (_name, route) => {
    const { status, text } = await ask(route)

    expect(status).toBe(route.status)
    for (const trace of traces()) {
      const said = route.body ? text.replaceAll(ofAnna.name, '') : text
      expect(said).not.toContain(trace)
    }
  })

  it('should have changed nothing and asked with nothing of hers by any of that', async () => {
    expect(await readAllOfAnna()).toBe(kept)
    const asked = test.requests.length

    const refresh = CLOSED['POST /sync/refresh']!
    const unknown = {
      ...refresh,
      body: () => ({ ...(refresh.body!() as object), externalId: 'z' }),
    }
    const [known, none] = [(await ask(refresh)).text, (await ask(unknown)).text]
    expect(known.replace('clubs a', '')).toBe(none.replace('clubs z', ''))

    const users = test.requests.slice(asked).map(({ headers }) => headers.authorization)
    expect(users.length).toBeGreaterThan(0)
    expect(users.filter((user) => !user?.startsWith('bert:'))).toEqual([])
    // As the owner she gets there: one of hers is well, and one has lost its name.
    const well = { ...refresh, body: () => ({ ...(refresh.body!() as object), externalId: 'b' }) }
    expect((await ask(well, anna)).body).toMatchObject({ outcome: 'unchanged' })
    expect(await ask(refresh, anna)).toMatchObject({
      body: {
        errors: [{ code: 'INVALID_ANSWER', message: expect.stringMatching(/required/i) as string }],
      },
      status: 502,
    })
  })

  it('should get as far by names that nobody has', async () => {
    const [known, unknown] = await Promise.all(
      [ofAnna.name, `${ofAnna.name.slice(0, -1)}x`].map((connection) =>
        test.ask({
          body: { connection, provider: 'league' },
          method: 'POST',
          path: '/sync/trigger',
          token: bert,
        }),
      ),
    )

    expect(known!.text.replace(ofAnna.name, '')).toBe(
      unknown!.text.replace(`${ofAnna.name.slice(0, -1)}x`, ''),
    )
  })

  it('should be told nothing by GraphQL, whatever he asks for by its id', async () => {
    for (const query of toOwnQueries()) {
      const told = await askGraphQL({ query, test, token: bert })
      expect({ query, told }).toEqual({
        query,
        told: expect.stringMatching(
          /^\{"(?:data":\{"\w+":(?:null|\{"totalDocs":0\})|errors)/,
        ) as string,
      })
      for (const trace of traces()) {
        expect(told).not.toContain(trace)
      }
    }
  })

  it('should lift nothing that keeps somebody else’s connection back', async () => {
    const { pool } = getAdapter(test.payload)
    const countDeactivated = async () =>
      (await pool.query(`select from sync_tokens where status = 'deactivated'`)).rowCount
    const reset = CLOSED['POST /sync/providers/:name/reset']!

    expect((await ask(reset)).body).toMatchObject({ breakers: 0, quotas: 0, runs: 0 })
    // One that all share, which tells whoever sees it what the others use.
    const { rows } = await pool.query('select connection, ticket from sync_quotas')
    expect(rows).toMatchObject([{ connection: '*' }])
    const { buckets } = await getHistory({ payload: test.payload, period: '24h' })
    expect(buckets.at(-1)?.quotaShare).toBeGreaterThan(0)
    expect(Number((rows[0] as { ticket: string }).ticket)).toBeGreaterThan(0)
    expect(await countDeactivated()).toBe(1)
    await ask(reset, anna)
    expect(await countDeactivated()).toBe(0)
  })

  it('should hear of his own runs only', async () => {
    const [ofOwner, ofOther] = [
      await listen({ path: '/sync/events', token: anna }),
      await listen({ path: '/sync/events', token: bert }),
    ]
    await test.sync(anna)
    const [own] = await test.sync(bert)
    await waitAgain()

    await ofOwner.hear(ofAnna.name)
    const heard = await ofOther.hear(own!.connection)
    for (const trace of traces()) {
      expect(heard).not.toContain(trace)
    }
  })

  it('should be told that there is news by what he may see only', async () => {
    const path = '/sync/notifications/stream'
    const [ofOwner, ofOther] = [
      await listen({ path, token: anna }),
      await listen({ path, token: bert }),
    ]
    const countNews = (heard: string): number => heard.split('event: notifications').length - 1
    const [own] = await test.sync(bert)
    await waitAgain()
    let group = 0
    const tell = async (connection: string): Promise<void> => {
      group += 1
      await notify({ connection, group: `news ${group}` })
    }
    await ofOwner.hear((heard) => countNews(heard) === 1)
    await ofOther.hear((heard) => countNews(heard) === 1)
    // Each look is over before the next begins, so that with the second the first is told to all.
    for (const count of [2, 3]) {
      await tell(ofAnna.name)
      await ofOwner.hear((heard) => countNews(heard) === count)
    }
    await tell(own!.connection)
    await ofOther.hear((heard) => countNews(heard) >= 2)

    expect(countNews(await ofOther.end())).toBe(2)
    expect(countNews(await ofOwner.end())).toBe(3)
  })

  it('should find nothing through relationships, filters and orders', async () => {
    const { id } = await readUser('anna@example.com')
    const asked = [
      `/${testSlugs.syncConnections}?where[owner][equals]=${id}`,
      `/${testSlugs.syncConnections}?where[owner.email][equals]=anna@example.com`,
      `/${testSlugs.syncConnections}?where[name][equals]=${ofAnna.name}&depth=3`,
      `/${testSlugs.syncConnections}/count?where[owner.email][like]=anna`,
      `/${testSlugs.syncLogs}?where[scheduled.schedule][equals]=${schedule}&depth=3`,
      `/${testSlugs.syncLogs}?where[scheduled.schedule.connection][equals]=${ofAnna.name}`,
      `/${testSlugs.syncLogs}?where[connection][equals]=${ofAnna.name}&sort=-connection`,
      `/${testSlugs.syncIssues}?where[run][equals]=${run}&depth=3`,
      `/${testSlugs.syncIssues}?where[run.connection][equals]=${ofAnna.name}&depth=3`,
      `/${testSlugs.syncSchedules}?where[connection][equals]=${ofAnna.name}&depth=3`,
      `/${testSlugs.syncSchedules}?where[id][equals]=${schedule}&joins[runs][limit]=10`,
      `/${testSlugs.syncSchedules}?where[runs.connection][equals]=${ofAnna.name}`,
      `/${testSlugs.syncStates}?where[connection][equals]=${ofAnna.name}`,
    ]
    for (const path of asked) {
      const { body } = await test.ask({ path, token: bert })
      // A filter by what he may not read is refused as a whole, or finds nothing.
      expect({ found: body.totalDocs ?? 0, path }).toEqual({ found: 0, path })
    }
    for (const where of [
      `SyncConnections(where: { owner: { equals: ${id} } })`,
      `SyncLogs(where: { connection: { equals: "${ofAnna.name}" } })`,
      `SyncIssues(where: { run: { equals: ${run} } })`,
      `SyncSchedules(where: { id: { equals: ${schedule} } })`,
    ]) {
      const told = await askGraphQL({ query: `{ ${where} { totalDocs } }`, test, token: bert })
      expect(told).toContain('"totalDocs":0')
    }
    // The same ways lead the owner there.
    const { body } = await test.ask({ path: asked[4]!, token: anna })
    expect(body).toMatchObject({ totalDocs: expect.any(Number) as number })
    for (const path of [asked[0]!, asked[6]!, asked[9]!]) {
      expect((await test.ask({ path, token: anna })).body.totalDocs).toBeGreaterThan(0)
    }
  })

  it('should be told nothing by the Local API, and change nothing', async () => {
    const { payload } = test
    const user = { ...(await readUser('bert@example.com')), collection: 'users' } as never
    const asBert = { overrideAccess: false, user } as const
    for (const key of machinery) {
      const { docs } = await payload.find({ collection: testSlugs[key], ...asBert, depth: 2 })
      expect(JSON.stringify(docs)).not.toContain(ofAnna.name)
    }
    const own: [keyof typeof testSlugs, number | string][] = [
      ['syncConnections', ofAnna.id],
      ['syncIssues', issue],
      ['syncLogs', run],
      ['syncSchedules', schedule],
    ]
    for (const [key, id] of own) {
      const collection = testSlugs[key]
      await expect(payload.findByID({ id, collection, ...asBert })).rejects.toThrow()
      const where = { id: { equals: id } }
      expect(await payload.count({ collection, ...asBert, where })).toEqual({ totalDocs: 0 })
      const change = payload.update({ id, collection, data: { note: 'Mine' }, ...asBert })
      await expect(change).rejects.toThrow()
      await expect(payload.delete({ id, collection, ...asBert })).rejects.toThrow()
      expect(await payload.findByID({ id, collection })).toMatchObject({ id: Number(id) })
    }
  })

  it('should have nothing changed of what is somebody else’s', async () => {
    expect(await test.findConnection(ofAnna.id)).toMatchObject({
      active: true,
      label: 'Team of anna',
    })
    const { body } = await test.ask({ path: `/sync/logs?status=queued`, token: anna })
    expect(body).toMatchObject({ totalDocs: 1 })
  })
})
