import type { Payload } from 'payload'
import type { Pool } from 'pg'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { Quota } from '../../../src/sdk/index.js'
import type { TestProvider } from '../../project/createTestProvider.js'

import { getRun } from '../../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../../src/sync/operations/runs/startRun.js'
import { startSync, stopSync } from '../../../src/sync/runtime/startSync.js'
import { getAdapter } from '../../../src/sync/store/Database.js'
import { createGate } from '../../chaos/project/createGate.js'
import { createTestProject } from '../../project/createTestProject.js'
import { createTestProvider } from '../../project/createTestProvider.js'
import { testSlugs } from '../../project/testSlugs.js'
import { waitFor } from '../../project/waitFor.js'

const RECORDS = [{ id: '1', name: 'A game of somebody' }]

/** What the database does to a statement, as the one who does it says it. */
const INTERRUPTIONS = {
  'a cancelled statement': 'select pg_cancel_backend($1)',
  'an ended connection': 'select pg_terminate_backend($1)',
}

/** Tables that are asked within a provider's call, and one that stores what came of it. */
const TABLES = ['sync_quotas', 'sync_breakers', 'sync_records', 'sync_logs'] as const

describe('a database that breaks off a statement', () => {
  let logged: () => string
  let payload: Payload
  let pool: Pool
  let provider: TestProvider

  beforeAll(async () => {
    provider = await createTestProvider({ records: RECORDS })
    const http = {
      ...provider.provider.http!,
      budgets: () => ['hour'],
      readQuota: (): Quota[] => [{ name: 'hour', limit: 1000, remaining: 900 }],
    }
    const project = await createTestProject({
      options: {
        providers: [{ ...provider.provider, http }],
        retries: 3,
        scheduler: { enabled: false },
      },
    })
    ;({ logged, payload } = project)
    ;({ pool } = getAdapter(payload))
    await startSync({ payload })
  })
  afterAll(async () => {
    await stopSync({ payload })
    await payload.destroy()
    await provider.close()
  })
  beforeEach(async () => {
    await pool.query('delete from sync_logs')
  })

  const queue = async () => {
    const [run] = await startRun({
      initiatedBy: null,
      mode: 'full',
      payload,
      provider: 'test',
      resource: 'games',
      trigger: 'api',
    })
    return () => getRun({ payload, runId: run!.id })
  }
  const hurry = () =>
    pool.query(`
      update sync_logs set retry_at = now() where retry_at is not null and status = 'queued';
      select payload_sync_queue.reschedule_jobs(array_agg(id), now()) from payload_sync_queue.jobs`)
  const waitForEnd = (find: Awaited<ReturnType<typeof queue>>) =>
    waitFor({
      event: 'the run to end',
      look: async () => {
        await hurry()
        const found = await find()
        return found.status !== 'queued' && found.status !== 'running' && found
      },
    })
  const findIssues = async () =>
    (await payload.find({ collection: testSlugs.syncIssues, pagination: false })).docs

  describe.each(Object.entries(INTERRUPTIONS))('with %s', (_name, interrupt) => {
    it.each(TABLES)('should be waited for while %s is used', async (table) => {
      provider.answerWith('1', { name: `A game ${interrupt} ${table}` })
      const find = await queueHeld({ interrupt, table })

      const put = await waitFor({
        event: 'the run to be put off or to end',
        look: async () => {
          const found = await find()
          return (found.retryAt !== null || found.status === 'completed') && found
        },
      })
      expect(JSON.stringify(put.error ?? '')).not.toMatch(/Failed query|select|update|insert/i)
      expect(put.error?.message ?? '').not.toContain('mistake')

      expect(await waitForEnd(find)).toMatchObject({ error: null, status: 'completed' })
      expect(await findIssues()).toEqual([])
    })
  })

  type QueueHeldArgs = { interrupt: string; table: (typeof TABLES)[number] }

  /** Queues a run and interrupts the first of its statements that waits for the table. */
  const queueHeld = async ({ interrupt, table }: QueueHeldArgs) => {
    const { open, opened } = createGate()
    provider.holdUntil(opened)
    const before = provider.requests()
    const holder = await pool.connect()
    try {
      const find = await queue()
      await waitFor({ event: 'a request', look: () => provider.requests() > before })
      await holder.query(`begin; lock table ${table} in access exclusive mode`)
      open()
      const { rows } = await waitFor({
        event: 'a statement to wait',
        look: async () => {
          // Not the holder: within a transaction it would see the same each time.
          const found = await pool.query<{ pid: number }>(
            `select pid from pg_stat_activity
             where datname = current_database() and wait_event_type = 'Lock' and query like $1`,
            [`%"${table}"%`],
          )
          return found.rows.length > 0 && found
        },
      })
      await pool.query(interrupt, [rows[0]!.pid])
      return find
    } finally {
      await holder.query('rollback')
      holder.release()
    }
  }

  it('should try a record again that a lock or a time limit was in the way of', async () => {
    await pool.query(`
      create schema if not exists chaos;
      create sequence chaos.tries;
      create function chaos.refuse() returns trigger language plpgsql as $$ begin
        if nextval('chaos.tries') < 4 then
          raise exception 'canceling statement due to lock timeout' using errcode = '55P03';
        end if;
        return new;
      end $$;
      create trigger refuse before update on matches for each row execute function chaos.refuse()`)
    provider.answerWith('1', { name: 'A game that is locked' })

    const find = await queue()

    expect(await waitForEnd(find)).toMatchObject({
      counts: { invalid: 0, updated: 1 },
      error: null,
      status: 'completed',
    })
    expect(await findIssues()).toEqual([])
    expect(logged()).toContain('canceling statement due to lock timeout')
    expect(logged()).not.toMatch(/"msg":"[^"]*Failed query/)
    expect(logged()).not.toMatch(/"error":\{[^}]*Failed query/)
  })
})
