import type { DatabasePool } from '../../src/sync/store/Database.js'

import { DEFAULT_CONNECTION } from '../../src/sdk/connections/Connection.js'

type FillTablesArgs = {
  pool: Pick<DatabasePool, 'query'>
  /** @default 'test' */
  provider?: string
  records: number
  /** Two of the provider's. @default games and clubs */
  resources?: readonly [string, string]
  runs: number
}

/** What has come together after months. */
export const MONTHS_OF_WORK = { records: 100_000, runs: 10_000 }

/**
 * Fills the machinery's tables as months of work would: runs every few minutes, most of them long
 * ended, records of a provider, and an issue for a fifth of them, most of them resolved.
 */
export const fillTables = async ({
  pool,
  provider = 'test',
  records,
  resources: [first, second] = ['games', 'clubs'],
  runs,
}: FillTablesArgs): Promise<void> => {
  await pool.query(
    `insert into sync_logs (
       title, provider, resource, connection, mode, lane, status, trigger, priority, attempt,
       requests, counts_fetched, counts_created, counts_updated, counts_unchanged, counts_deferred,
       counts_invalid, counts_conflicts, counts_missing, queued_at, started_at, finished_at,
       created_at, updated_at)
     select 'a run', $2::text, (array[$3::text, $4::text])[1 + n % 2], '${DEFAULT_CONNECTION}', 'full',
       'bulk',
       (array['completed', 'completed', 'completed', 'partial', 'failed', 'cancelled'])[1 + n % 6]
         ::enum_sync_logs_status,
       'api', 'normal', 1, 10, 100, 1, 2, 97, 0, 0, 0, 0, at, at, at + interval '20 seconds', at,
       at + interval '20 seconds'
     from generate_series(1, $1::int) as n,
       lateral (select now() - n * interval '5 minutes' as at) as moment`,
    [runs, provider, first, second],
  )
  await pool.query(
    `insert into sync_records (
       provider, resource, external_id, collection, document_id, hash, base, mapping_version, scope,
       last_seen_at, last_changed_at, absences, run)
     select $3::text, (array[$4::text, $5::text])[1 + n % 2], n::text, 'matches', n::text, md5(n::text),
       jsonb_build_object('title', 'A game', 'events', repeat(md5(n::text), 20)), 1, 'all', now(),
       now(), 0, (1 + n % $2::int)::text
     from generate_series(1, $1::int) as n`,
    [records, runs, provider, first, second],
  )
  await pool.query(
    `insert into sync_issues (
       provider, resource, external_id, kind, status, message, run_id, created_at, updated_at)
     select $3::text, $4::text, n::text, 'invalid', (case n % 20 when 0 then 'open' else 'resolved' end)
       ::enum_sync_issues_status, 'The record could not be read.', 1 + n % $2::int, now(), now()
     from generate_series(1, $1::int / 5) as n`,
    [records, runs, provider, first],
  )
  // cspell:ignore relallvisible relpages
  // As after months: every row is seen by everybody, so that an index alone answers. A session that
  // looks at an older state would keep a vacuum from noting that, so the planner is told.
  for (const table of ['sync_logs', 'sync_records', 'sync_issues']) {
    await pool.query(`vacuum analyze ${table}`)
    await pool.query('update pg_class set relallvisible = relpages where oid = $1::regclass', [
      table,
    ])
  }
}
