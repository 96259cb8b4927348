import type { Payload, PayloadRequest } from 'payload'

import { expect, it } from 'vitest'

import type { DatabasePool } from '../../src/sync/store/Database.js'

import { getSync } from '../../src/sync/engine/Sync.js'
import { getHistory } from '../../src/sync/operations/runs/getHistory.js'
import { getRunReport } from '../../src/sync/operations/runs/getRunReport.js'
import { getStatus } from '../../src/sync/operations/status/getStatus.js'
import { findDue } from '../../src/sync/store/checks/findDue.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { inTransaction } from '../../src/sync/store/inTransaction.js'
import { findRecords } from '../../src/sync/store/records/findRecords.js'
import { lookAtRecords } from '../../src/sync/store/records/lookAtRecords.js'
import { findRunUpdates } from '../../src/sync/store/runs/read/findRunUpdates.js'
import { fillTables } from '../bench/fillTables.js'
import { createSyncTest } from '../project/createSyncTest.js'

type Statement = { text: string; values: unknown[] }

/** What has a plan: all but the likes of `begin`. */
const PLANNED = /^\s*(?:delete|insert|select|update|with)\b/i

/** Every statement that some work sends, in a transaction or not. */
const record = async (pool: DatabasePool, work: () => Promise<unknown>): Promise<Statement[]> => {
  const statements: Statement[] = []
  const client = await pool.connect()
  const prototype = Object.getPrototypeOf(client) as { query: (...args: unknown[]) => unknown }
  client.release()
  const { query } = prototype
  prototype.query = function (...args) {
    const [first, values] = args as [{ text: string } | string, undefined | unknown[]]
    const text = typeof first === 'string' ? first : first.text
    if (PLANNED.test(text)) {
      statements.push({ text, values: values ?? [] })
    }
    return query.apply(this, args)
  }
  try {
    await work()
  } finally {
    prototype.query = query
  }
  return statements
}

/** Tables that grow. States are one row per resource, which no index makes faster. */
const LARGE = /Seq Scan on (?:public\.)?(sync_checks|sync_logs|sync_records|sync_issues)/

const explain = async (pool: DatabasePool, { text, values }: Statement): Promise<string> => {
  const { rows } = await pool.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values)
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

const DAY_MS = 24 * 60 * 60 * 1000

/** All were looked at within the week, a hundred a day ago and more, and fifty are in error. */
const fillChecks = async (pool: DatabasePool): Promise<void> => {
  await pool.query(
    `insert into sync_checks (provider, resource, external_id, status, checked_at)
     select 'test', (array['games', 'clubs'])[1 + n % 2], n::text,
       (case when n % 400 = 0 then 'ERROR' else 'SYNCED' end),
       now() - (case when n % 200 = 0 then interval '3 days' else interval '1 hour' end)
     from generate_series(1, 20000) as n`,
  )
  await pool.query('vacuum analyze sync_checks')
}

const WORKS: readonly [string, (payload: Payload) => Promise<unknown>][] = [
  ['the status', (payload) => getStatus({ payload })],
  ['the history of a day', (payload) => getHistory({ payload, period: '24h' })],
  [
    'the events',
    (payload) => findRunUpdates({ database: getSync(payload).database, followed: [1] }),
  ],
  [
    'the records to look at again',
    (payload) =>
      findDue({
        checkedBefore: new Date(Date.now() - DAY_MS),
        database: getSync(payload).database,
        limit: 1000,
        provider: 'test',
        resource: 'games',
      }),
  ],
  ['the page of a run', (payload) => getRunReport({ payload, runId: 1 })],
]

it('should read no large table from end to end for what the panel and incremental runs ask', async () => {
  const { payload } = await createSyncTest()
  const { pool } = getAdapter(payload)
  await fillTables({ pool, records: 20_000, runs: 4000 })
  await fillChecks(pool)

  for (const [name, work] of WORKS) {
    const statements = await record(pool, () => work(payload))
    expect(statements.length, name).toBeGreaterThan(0)
    for (const statement of statements) {
      expect(await explain(pool, statement), `${name}: ${statement.text}`).not.toMatch(LARGE)
    }
  }
})

it('should find records by their identity before the database has statistics', async () => {
  const { payload } = await createSyncTest()
  const { database } = getSync(payload)
  const { pool } = getAdapter(payload)
  await pool.query(
    `insert into sync_records (provider, resource, external_id, collection, document_id, scope)
     select 'test', 'games', n::text, 'matches', n::text, 'all' from generate_series(1, 5000) as n`,
  )
  const ids = Array.from({ length: 500 }, (_, index) => String(index * 7))
  const about = { collections: new Map([['games', 'matches']]), database, provider: 'test' }

  const wanted = new Map([['games', new Set(ids)]])
  const work = async (req: PayloadRequest): Promise<void> => {
    await lookAtRecords({ ...about, externalIds: ids, references: wanted, req, resource: 'games' })
    await findRecords({ ...about, ids: wanted, req })
  }
  const statements = await record(pool, () => inTransaction({ database, work }))

  const looks = statements.filter(({ text }) => text.includes('"sync_records"'))
  expect(looks).toHaveLength(2)
  for (const look of looks) {
    const plan = await explain(pool, look)
    expect(plan).toContain('provider_resource_externalId_idx')
    expect(plan).not.toMatch(/Index (?:Only )?Scan using (?!"?provider_\w*externalId)/)
    expect(plan).not.toMatch(LARGE)
  }
})
