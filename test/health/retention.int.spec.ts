import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import type { RestTest } from '../rest/createRestTest.js'

import { pruneHourly, pruneSync } from '../../src/sync/operations/retention/pruneSync.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createCliTest } from '../cli/createCliTest.js'
import { testSlugs } from '../project/testSlugs.js'
import { createRestTest } from '../rest/createRestTest.js'

let rest: RestTest
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
        issues: { days: 30, most: 1_500 },
        logs: { days: 30, most: 5 },
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
  await query('truncate sync_logs, sync_issues, sync_health cascade')
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
  expect(JSON.parse(dry.output)).toEqual({ isDryRun: true, pruned: { issues: 0, logs: 6 } })
  expect(await listIds('sync_logs')).toHaveLength(15)
  expect(told).toEqual([])

  const { output } = await call({ args: ['prune'] })

  expect(output).toBe('6 logs, 0 issues deleted.\n')
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
     select 'test', 'games', n::text, 'invalid',
       (case when n <= 1200 then 'resolved' when n <= 1210 then 'open' else 'ignored' end)
         ::enum_sync_issues_status,
       now() - interval '60 days', now() - interval '60 days'
     from generate_series(1, 1220) as n`,
  )

  expect(await pruneSync({ payload: rest.payload })).toEqual({ issues: 1200, logs: 0 })

  expect(await listIds('sync_issues')).toHaveLength(20)
  expect(told.map(({ documents }) => documents.length)).toEqual([500, 500, 200])
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
