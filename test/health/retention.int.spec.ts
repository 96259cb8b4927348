import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import type { RestTest } from '../rest/createRestTest.js'

import { pruneHourly, pruneSync } from '../../src/sync/operations/retention/pruneSync.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createCliTest } from '../cli/createCliTest.js'
import { testSlugs } from '../project/testSlugs.js'
import { createRestTest } from '../rest/createRestTest.js'

let rest: RestTest
const NOTHING = { deliveries: 0, issues: 0, logs: 0, notifications: 0, quarantine: 0 }

let refusal: Error | undefined
const told: { collection: string; documents: readonly Record<string, unknown>[] }[] = []

beforeAll(async () => {
  rest = await createRestTest({
    isWhole: true,
    options: {
      retention: {
        beforePrune: ({ collection, documents }) => {
          if (refusal) {
            throw refusal
          }
          told.push({ collection, documents })
        },
        deliveries: { days: 1, most: 0 },
        issues: { days: 30, most: 1_500 },
        logs: { days: 30, most: 5 },
        notifications: { days: 30, most: 2 },
        quarantine: { days: 30, most: 0 },
      },
    },
    records: [{ id: '1', name: 'A game' }],
  })
})

afterAll(() => rest.close())

const query = async (text: string, values: unknown[] = []) =>
  (await getAdapter(rest.payload).pool.query<Record<string, unknown>>(text, values)).rows

beforeEach(async () => {
  refusal = undefined
  told.length = 0
  await query(
    'truncate sync_logs, sync_issues, sync_health, sync_notifications, sync_deliveries cascade',
  )
})

type InsertArgs = { connection?: string; days: number; resource?: string; status: string }

const insertRun = async ({
  connection = 'default',
  days,
  resource = 'games',
  status,
}: InsertArgs): Promise<number> => {
  const [inserted] = await query(
    `insert into sync_logs (provider, resource, connection, mode, lane, status, trigger, finished_at,
       created_at, updated_at)
     select 'test', $1::text, $2::text, 'full', 'bulk', $3::text::enum_sync_logs_status, 'api', at, at, at
     from (select now() - $4::float8 * interval '1 day' as at) as moment
     returning id`,
    [resource, connection, status, days],
  )
  return inserted!.id as number
}

const listIds = async (table: string): Promise<unknown[]> =>
  (await query(`select id from ${table} order by id`)).map(({ id }) => id)

it('should delete runs that are too old or too many, and never the last good one', async () => {
  const good = await insertRun({ days: 400, status: 'completed' })
  const goodElsewhere = await insertRun({ connection: 'north', days: 500, status: 'completed' })
  const goodOfClubs = await insertRun({ days: 300, resource: 'clubs', status: 'completed' })
  const running = await insertRun({ days: 200, status: 'running' })
  await insertRun({ days: 450, status: 'completed' })
  await insertRun({ days: 31, status: 'failed' })
  const young: number[] = []
  for (let days = 8; days > 0; days -= 1) {
    young.push(await insertRun({ days, status: 'failed' }))
  }
  // Too many, and too young to go.
  const fresh = await insertRun({ days: 0.02, status: 'failed' })

  const call = createCliTest(rest.payload)
  const dry = await call({ args: ['prune', '--dry-run', '--json'] })
  expect(JSON.parse(dry.output)).toEqual({ isDryRun: true, pruned: { ...NOTHING, logs: 6 } })
  expect(await listIds('sync_logs')).toHaveLength(15)
  expect(told).toEqual([])

  const { output } = await call({ args: ['prune'] })

  expect(output).toBe('6 logs, 0 issues, 0 quarantine, 0 notifications, 0 deliveries deleted.\n')
  expect(await listIds('sync_logs')).toEqual(
    [good, goodElsewhere, goodOfClubs, running, ...young.slice(-4), fresh].toSorted(
      (one, other) => one - other,
    ),
  )
  expect(told.map(({ collection }) => collection)).toEqual([testSlugs.syncLogs])
  expect(told[0]!.documents).toHaveLength(6)
  expect(told[0]!.documents[0]).toMatchObject({ provider: 'test', status: 'completed' })
})

it('should delete resolved issues in batches, and leave what waits for a person', async () => {
  await query(
    `insert into sync_issues (provider, resource, external_id, kind, status, created_at, updated_at)
     select 'test', 'games', n::text, 'conflict',
       (case when n <= 1200 then 'resolved' when n <= 1210 then 'open' else 'ignored' end)
         ::enum_sync_issues_status,
       now() - interval '60 days', now() - interval '60 days'
     from generate_series(1, 1220) as n`,
  )

  expect(await pruneSync({ payload: rest.payload })).toEqual({ ...NOTHING, issues: 1200 })

  expect(await listIds('sync_issues')).toHaveLength(20)
  expect(told.map(({ documents }) => documents.length)).toEqual([500, 500, 200])
})

it('should delete what is not sent any more, and what was told long ago', async () => {
  await query(
    `insert into sync_issues (provider, resource, external_id, kind, status, last_seen_at, updated_at,
       created_at)
     select 'test', 'games', name, kind::enum_sync_issues_kind, status::enum_sync_issues_status, seen,
       now() - interval '60 days', now() - interval '60 days'
     from (values
       ('gone', 'invalid', 'open', now() - interval '31 days'),
       ('refused once', 'write', 'open', now() - interval '31 days'),
       ('still sent', 'invalid', 'open', now() - interval '1 day'),
       ('ignored', 'invalid', 'ignored', now() - interval '31 days'),
       ('of a person', 'conflict', 'open', now() - interval '31 days')
     ) as given (name, kind, status, seen)`,
  )
  await query(
    `insert into sync_notifications (title, name, "group", told_at)
     select n || ' days ago', 'run:failed', n, now() - n * interval '1 day'
     from (values (40), (3), (2), (1)) as given (n)`,
  )
  await query(
    `insert into sync_deliveries (name, channel, status, cause, "group", happened_at, created_at,
       updated_at)
     select 'run:failed', 'hook', status::enum_sync_deliveries_status, status || days, 'a', at, at, at
     from (values
       ('delivered', 4), ('failed', 4), ('pending', 4), ('delivered', 2)
     ) as given (status, days), lateral (select now() - days * interval '1 day' as at) as moment`,
  )

  expect(await pruneSync({ payload: rest.payload })).toEqual({
    ...NOTHING,
    deliveries: 2,
    notifications: 2,
    quarantine: 2,
  })

  const list = async (column: string, table: string) =>
    (await query(`select ${column} as is from ${table} order by id`)).map(({ is }) => is)
  expect(await list('external_id', 'sync_issues')).toEqual(['still sent', 'ignored', 'of a person'])
  expect(await list('title', 'sync_notifications')).toEqual(['2 days ago', '1 days ago'])
  expect(await list('cause', 'sync_deliveries')).toEqual(['pending4', 'delivered2'])
})

it('should keep what the project was not ready to lose', async () => {
  await insertRun({ days: 60, status: 'failed' })
  refusal = new Error('The archive is full.')

  await expect(pruneSync({ payload: rest.payload })).rejects.toThrow('The archive is full.')

  expect(await listIds('sync_logs')).toHaveLength(1)
})

it('should be done by one process an hour, however many there are', async () => {
  await insertRun({ days: 60, status: 'failed' })

  await Promise.all([1, 2, 3].map(() => pruneHourly({ payload: rest.payload })))
  expect(await listIds('sync_logs')).toEqual([])
  expect(told).toHaveLength(1)

  await insertRun({ days: 60, status: 'failed' })
  await pruneHourly({ payload: rest.payload })
  expect(await listIds('sync_logs')).toHaveLength(1)
})

it('should leave the sums of status as they were', async () => {
  await rest.trigger({ provider: 'test', resource: 'games' })
  await drainSync({ payload: rest.payload })
  const readSums = async () => {
    const { body } = await rest.ask({ path: '/sync/status' })
    return (body as { metrics: unknown }).metrics
  }
  const before = await readSums()
  await query(`update sync_logs set status = 'failed', finished_at = now() - interval '60 days'`)

  expect(await pruneSync({ payload: rest.payload })).toMatchObject({ logs: 1 })

  expect(await readSums()).toEqual(before)
  expect(before).toMatchObject({ successfulSyncs: 1 })
})
