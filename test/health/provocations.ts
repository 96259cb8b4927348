import type { HealthCode } from '../../src/sync/run/Health.js'
import type { HealthTest } from './createHealthTest.js'

import { DEFAULT_CONNECTION } from '../../src/sdk/connections/Connection.js'
import { getSync } from '../../src/sync/engine/Sync.js'
import { noteExhaustion } from '../../src/sync/store/pool/exhaustion.js'
import { testSlugs } from '../project/testSlugs.js'

/** How one reason comes about. */
export type Provocation = {
  /** Spoils something. What it returns mends it; `reset` mends everything else. */
  begin: (test: HealthTest) => (() => Promise<void> | void) | Promise<unknown>
  /** What else is wrong then. @default nothing */
  besides?: readonly HealthCode[]
  level: 'CRITICAL' | 'WARNING'
}

type InsertRunArgs = { columns: Record<string, unknown>; test: HealthTest }

/** A run as months of work would have left it, with whatever is said of it. */
const insertRun = async ({ columns, test }: InsertRunArgs): Promise<void> => {
  const all = {
    connection: DEFAULT_CONNECTION,
    created_at: new Date(),
    lane: 'bulk',
    mode: 'full',
    provider: 'test',
    queued_at: new Date(),
    resource: 'games',
    trigger: 'api',
    updated_at: new Date(),
    ...columns,
  }
  const names = Object.keys(all)
  await test.query(
    `insert into sync_logs (${names.join(', ')}) values (${names.map((_, n) => `$${n + 1}`).join(', ')})`,
    Object.values(all),
  )
}

const MINUTE_MS = 60_000

const ago = (minutes: number): Date => new Date(Date.now() - minutes * MINUTE_MS)

const ahead = (minutes: number): Date => ago(-minutes)

/** A run that ended with this failure, and the state that is left of it. */
const fail = (code: string, status = 'failed') => ({
  begin: (test: HealthTest) =>
    insertRun({
      columns: { error_code: code, error_message: 'Because.', finished_at: new Date(), status },
      test,
    }),
  level: 'WARNING' as const,
})

const insertQuota = (columns: { available: number; paceFrom?: number; resetsAt: Date }) => ({
  begin: ({ query }: HealthTest) =>
    query(
      `insert into sync_quotas (provider, connection, name, "limit", available, pace_from, pace_since,
         resets_at, used_at)
       values ('test', $1, 'day', 100, $2, $3, now() - interval '1 hour', $4, now())`,
      [DEFAULT_CONNECTION, columns.available, columns.paceFrom ?? null, columns.resetsAt],
    ),
  level: 'WARNING' as const,
})

const insertToken = (status: string) => ({
  begin: ({ query }: HealthTest) =>
    query(
      `insert into sync_tokens (provider, connection, status, reason) values ('test', $1, $2, 'Because.')`,
      [DEFAULT_CONNECTION, status],
    ),
  level: 'WARNING' as const,
})

const insertConsent = (endsAt: Date) => ({
  begin: ({ query }: HealthTest) =>
    query(
      `insert into sync_connections (provider, name, label, active, consent_ends_at, created_at, updated_at)
       values ('test', 'anna', 'Anna', true, $1, now(), now())`,
      [endsAt],
    ),
  level: 'WARNING' as const,
})

const createSchedule = async ({ payload, query }: HealthTest, nextSlotAt: Date): Promise<void> => {
  await payload.create({
    collection: testSlugs.syncSchedules,
    data: { frequency: 'hourly', mode: 'full', provider: 'test', resource: 'games' },
  })
  await query('update sync_schedules set next_slot_at = $1', [nextSlotAt])
}

/** Every reason that health can give, and how it comes about: a code without a row is an error. */
export const PROVOCATIONS: Readonly<Record<HealthCode, Provocation>> = {
  BREAKER_OPEN: {
    begin: ({ query }) =>
      query(
        `insert into sync_breakers (provider, connection, failures, open_until, reason)
         values ('test', $1, 5, now() + interval '5 minutes', 'It is down.')`,
        [DEFAULT_CONNECTION],
      ),
    level: 'CRITICAL',
  },
  CACHE_SKIPPED: { begin: ({ breakCache }) => Promise.resolve(breakCache()), level: 'WARNING' },
  CLOCK_OFF: {
    begin: ({ alterProbe }) =>
      Promise.resolve(
        alterProbe((text) =>
          text.replace('clock_timestamp()', `(clock_timestamp() + interval '1 minute')`),
        ),
      ),
    level: 'WARNING',
  },
  CONNECTION_DEACTIVATED: insertToken('deactivated'),
  CONNECTION_REFUSED: insertToken('refused'),
  CONSENT_ENDED: insertConsent(ago(60)),
  CONSENT_ENDS: insertConsent(ahead(60)),
  CREDENTIALS_REFUSED: {
    begin: async ({ provider, sync }) => {
      provider.failWith(() => ({ body: { refusal: 'Unknown token.' }, status: 401 }))
      await sync()
    },
    level: 'CRITICAL',
  },
  DATABASE_AWAY: {
    begin: ({ alterProbe }) =>
      // The server ends the session that asks, as one that stops does.
      Promise.resolve(alterProbe(() => 'select pg_terminate_backend(pg_backend_pid())')),
    level: 'CRITICAL',
  },
  DATABASE_SLOW: {
    begin: ({ alterProbe }) =>
      Promise.resolve(alterProbe((text) => text.replace('as probed', 'as probed, pg_sleep(0.6)'))),
    level: 'WARNING',
  },
  FAILING: fail('RESOURCE_FAILED'),
  INCOMPLETE: {
    begin: async ({ provider, sync }) => {
      provider.answerWith('1', { name: 42 })
      await sync()
      provider.answerWith('1', { name: 'A game' })
    },
    level: 'WARNING',
  },
  MANY_INVALID: {
    begin: (test) =>
      insertRun({
        columns: {
          counts_fetched: 50,
          counts_invalid: 5,
          finished_at: new Date(),
          status: 'completed',
        },
        test,
      }),
    level: 'WARNING',
  },
  MANY_ISSUES: {
    begin: ({ query }) =>
      query(
        `insert into sync_issues (provider, resource, external_id, kind, status, created_at, updated_at)
         select 'test', 'games', n::text, 'invalid', 'open', now(), now() from generate_series(1, 11) as n`,
      ),
    level: 'WARNING',
  },
  NO_CLOCK: { begin: (test) => createSchedule(test, ago(10)), level: 'CRITICAL' },
  NO_WORKER: {
    begin: async ({ query, trigger }) => {
      await trigger({ provider: 'test', resource: 'games' })
      await query(`update sync_logs set queued_at = $1`, [ago(2)])
    },
    level: 'CRITICAL',
  },
  NOT_CONFIGURED: {
    begin: ({ payload }) => {
      const problems = getSync(payload).providers.get('test')!.problems as string[]
      problems.push('Set TEST_TOKEN.')
      return () => problems.splice(0).forEach(() => undefined)
    },
    level: 'CRITICAL',
  },
  POOL_BUSY: {
    begin: async ({ pool }) => {
      const free = pool.options.max - (pool.totalCount - pool.idleCount)
      const held = await Promise.all(Array.from({ length: free }, () => pool.connect()))
      const waiting = Array.from({ length: pool.options.max }, () => pool.query('select 1'))
      // The look that is made in this turn sees them wait.
      setImmediate(() => held.forEach((client) => client.release()))
      void Promise.all(waiting)
    },
    level: 'WARNING',
  },
  POOL_EXHAUSTED: {
    begin: ({ pool }) => {
      noteExhaustion({ isExhausted: true, pool })
      return () => noteExhaustion({ isExhausted: false, pool })
    },
    level: 'CRITICAL',
  },
  PROVIDER_DOWN: fail('PROVIDER_UNAVAILABLE'),
  QUEUE_BEHIND: {
    begin: async (test) => {
      const running = { heartbeat_at: new Date(), started_at: new Date(), status: 'running' }
      await insertRun({ columns: running, test })
      await insertRun({ columns: { queued_at: ago(90), status: 'queued' }, test })
    },
    level: 'WARNING',
  },
  QUOTA_ENDS: insertQuota({ available: 50, paceFrom: 100, resetsAt: ahead(600) }),
  QUOTA_LOW: insertQuota({ available: 5, resetsAt: ahead(600) }),
  QUOTA_SPENT: insertQuota({ available: 0, resetsAt: ahead(600) }),
  SLOTS_LATE: {
    begin: (test) =>
      insertRun({
        columns: {
          finished_at: new Date(),
          scheduled_at: ago(20),
          scheduled_late_ms: 20 * MINUTE_MS,
          slot: 'a slot',
          status: 'completed',
        },
        test,
      }),
    level: 'WARNING',
  },
  STALE: {
    begin: async (test) => {
      await createSchedule(test, ahead(30))
      await test.query(
        `insert into sync_states (provider, resource, connection, last_success_at)
         values ('test', 'games', $1, $2)`,
        [DEFAULT_CONNECTION, ago(60 * 24)],
      )
    },
    level: 'WARNING',
  },
  TABLES_GROW: {
    begin: ({ query }) =>
      query(
        `update sync_health set data = jsonb_build_array(
           jsonb_build_object('at', $1::text, 'bytes', 1e9),
           jsonb_build_object('at', $2::text, 'bytes', 4e9)) where key = 'sizes'`,
        [ago(60 * 24 * 7).toISOString(), new Date().toISOString()],
      ),
    level: 'WARNING',
  },
  TABLES_MISSING: {
    begin: async ({ query }) => {
      await query('alter table sync_breakers rename column reason to cause')
      return () => query('alter table sync_breakers rename column cause to reason')
    },
    level: 'CRITICAL',
  },
  TURNED_AWAY: fail('TURNED_AWAY'),
  WORKER_SILENT: {
    begin: (test) =>
      insertRun({
        columns: { heartbeat_at: ago(9), started_at: ago(9), status: 'running' },
        test,
      }),
    level: 'WARNING',
  },
}
