import type { Payload } from 'payload'

import { expect, it } from 'vitest'

import type { DatabasePool } from '../../src/sync/store/Database.js'

import { getSync } from '../../src/sync/engine/Sync.js'
import { getHistory } from '../../src/sync/operations/runs/getHistory.js'
import { getRunReport } from '../../src/sync/operations/runs/getRunReport.js'
import { getStatus } from '../../src/sync/operations/status/getStatus.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { findRunUpdates } from '../../src/sync/store/runs/read/findRunUpdates.js'
import { fillTables } from '../bench/fillTables.js'
import { createSyncTest } from '../project/createSyncTest.js'

type Statement = { text: string; values: unknown[] }

/** Every statement that some work sends. */
const record = async (pool: DatabasePool, work: () => Promise<unknown>): Promise<Statement[]> => {
  const statements: Statement[] = []
  const query = pool.query.bind(pool) as (...args: unknown[]) => unknown
  pool.query = ((...args: unknown[]) => {
    const [first, values] = args as [{ text: string } | string, undefined | unknown[]]
    statements.push({ text: typeof first === 'string' ? first : first.text, values: values ?? [] })
    return query(...args)
  }) as typeof pool.query
  try {
    await work()
  } finally {
    pool.query = query as typeof pool.query
  }
  return statements
}

/** Tables that grow. States are one row per resource, which no index makes faster. */
const LARGE = /Seq Scan on (?:public\.)?(sync_logs|sync_records|sync_issues)/

const explain = async (pool: DatabasePool, { text, values }: Statement): Promise<string> => {
  const { rows } = await pool.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values)
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

const WORKS: readonly [string, (payload: Payload) => Promise<unknown>][] = [
  ['the status', (payload) => getStatus({ payload })],
  ['the history of a day', (payload) => getHistory({ payload, period: '24h' })],
  [
    'the events',
    (payload) => findRunUpdates({ database: getSync(payload).database, followed: [1] }),
  ],
  ['the page of a run', (payload) => getRunReport({ payload, runId: 1 })],
]

it('should read no large table from end to end for what the panel shows', async () => {
  const { payload } = await createSyncTest()
  const { pool } = getAdapter(payload)
  await fillTables({ pool, records: 20_000, runs: 4000 })

  for (const [name, work] of WORKS) {
    const statements = await record(pool, () => work(payload))
    expect(statements.length, name).toBeGreaterThan(0)
    for (const statement of statements) {
      expect(await explain(pool, statement), `${name}: ${statement.text}`).not.toMatch(LARGE)
    }
  }
})
