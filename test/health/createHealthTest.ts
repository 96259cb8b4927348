import type { KVAdapterResult } from 'payload'
import type { Pool } from 'pg'

import type { HealthChange } from '../../src/sync/run/Health.js'
import type { Subscribers } from '../../src/sync/store/events/Subscriber.js'
import type { RestTest } from '../rest/createRestTest.js'

import { getSync } from '../../src/sync/engine/Sync.js'
import { noteHealth } from '../../src/sync/operations/health/noteHealth.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { getAdapter, TABLE_NAMES } from '../../src/sync/store/Database.js'
import { createRestTest } from '../rest/createRestTest.js'

type QueryPrototype = {
  query: (this: unknown, ...args: unknown[]) => unknown
}

export type HealthTest = {
  /** Cuts or changes the statement that measures the database, until `reset`. */
  alterProbe: (alter: (text: string) => string) => void
  /** Makes the project's cache fail, until `reset`. */
  breakCache: () => void
  /** How many statements reach the database meanwhile. */
  countStatements: <TResult>(
    work: () => Promise<TResult>,
  ) => Promise<{ result: TResult; statements: number }>
  /** What the books of the plugin say of changes, the oldest first. */
  findTold: () => Promise<HealthChange[]>
  /** Time passes for the plugin. */
  pass: (ms: number) => void
  pool: Pool
  query: (text: string, values?: unknown[]) => Promise<void>
  /** Whatever was wrong is mended, and is remembered still. */
  recover: () => Promise<void>
  /** Back to a project in which nothing has happened yet. */
  reset: () => Promise<void>
  sync: () => Promise<void>
} & RestTest

/** Tables that hold what happened; what people entered and what is known of signing in as well. */
const EMPTIED = [
  'syncBreakers',
  'syncConnections',
  'syncIssues',
  'syncLogs',
  'syncQuotas',
  'syncRecords',
  'syncSchedules',
  'syncStates',
  'syncTokens',
] as const

/** What a monitor of the project sends. */
export const HEALTH_SECRET = 'only-for-tests-of-monitors'

/** A project whose health can be spoilt in every way, with a cache of its own. */
export const createHealthTest = async (): Promise<HealthTest> => {
  let aheadMs = 0
  let isBroken = false
  const kv = (): KVAdapterResult => ({
    init: () => ({
      clear: () => Promise.resolve(),
      delete: () => Promise.resolve(),
      get: () => Promise.resolve(null),
      has: () => (isBroken ? Promise.reject(new Error('It is down.')) : Promise.resolve(false)),
      keys: () => Promise.resolve([]),
      set: () => Promise.resolve(),
    }),
  })
  const rest = await createRestTest({
    config: { kv: kv() },
    isWhole: true,
    options: {
      clock: { now: () => new Date(Date.now() + aheadMs) },
      metrics: { secret: HEALTH_SECRET },
      scheduler: { proposed: false },
    },
    records: [{ id: '1', name: 'A game' }],
  })
  const { payload } = rest
  const { pool } = getAdapter(payload)
  const { prototype } = (pool as unknown as { Client: { prototype: QueryPrototype } }).Client
  const { query: sent } = prototype
  const { subscribers } = getSync(payload)
  // Whoever wants to hear; nobody delivers here, so the rows stay.
  const listener = { name: 'listener', on: { 'health:changed': () => undefined } }
  ;(subscribers as Map<string, Subscribers extends ReadonlyMap<string, infer T> ? T : never>).set(
    'listener',
    listener,
  )

  const recover = async (): Promise<void> => {
    isBroken = false
    prototype.query = sent
    rest.provider.failWith(undefined)
    await pool.query(`truncate ${EMPTIED.map((key) => TABLE_NAMES[key]).join(', ')} cascade`)
    await pool.query(`delete from sync_health where key = 'sizes'`)
  }

  return {
    ...rest,
    alterProbe: (alter) => {
      prototype.query = function (first: unknown, ...others) {
        const asked = first as { text?: string }
        const isProbe = typeof asked === 'object' && asked.text?.includes('as probed')
        return sent.call(
          this,
          isProbe ? { ...asked, text: alter(asked.text ?? '') } : first,
          ...others,
        )
      }
    },
    breakCache: () => {
      isBroken = true
    },
    close: async () => {
      prototype.query = sent
      await rest.close()
    },
    countStatements: async (work) => {
      let statements = 0
      prototype.query = function (...args) {
        statements += 1
        return sent.apply(this, args)
      }
      try {
        const result = await work()
        return { result, statements }
      } finally {
        prototype.query = sent
      }
    },
    findTold: async () => {
      const { rows } = await pool.query<{ data: HealthChange }>(
        `select data from sync_events where name = 'health:changed' and subscriber = 'listener' order by position`,
      )
      return rows.map(({ data }) => data)
    },
    pass: (ms) => {
      aheadMs += ms
    },
    pool,
    query: async (text, values = []) => {
      await pool.query(text, values)
    },
    recover,
    reset: async () => {
      aheadMs = 0
      await recover()
      await pool.query('truncate sync_events, sync_health')
      // Measures the tables for the first time, and finds nothing wrong.
      await noteHealth({ payload })
    },
    sync: async () => {
      await startRun({
        initiatedBy: null,
        mode: 'full',
        payload,
        provider: 'test',
        resource: 'games',
        trigger: 'api',
      })
      await drainSync({ payload })
    },
  }
}
