import pg from 'pg'

import { DEFAULT_QUEUE_SCHEMA } from '../../src/sync/store/health/QUEUE_SCHEMAS.js'

type Table = { name: string; size: number }

type EmptyDatabaseArgs = {
  /** What `describeStructure` said when the database was new. */
  structure: string
  url: string
}

/** They tell which tables there are. */
const KEPT = ['public.payload_migrations', `${DEFAULT_QUEUE_SCHEMA}.migrations`]

/** From here on a new file is faster than to delete row by row; in bytes. */
const LARGE = 262_144

/** Whoever still works on the database of a test that has ended must not hold up the next one. */
const LOCK_TIMEOUT_MS = 5000

/** Everything that statements like `CREATE` and `ALTER` change; 16384 is the first id of ours. */
const STRUCTURE = `
  SELECT concat_ws(' ',
    (SELECT md5(string_agg(concat_ws(' ', oid, relname, relnatts, relkind), ',' ORDER BY oid))
      FROM pg_class WHERE oid >= 16384 AND relkind <> 't'),
    (SELECT md5(string_agg(concat_ws(' ', oid, proname), ',' ORDER BY oid))
      FROM pg_proc WHERE oid >= 16384),
    (SELECT md5(string_agg(concat_ws(' ', oid, tgname, tgenabled), ',' ORDER BY oid))
      FROM pg_trigger WHERE oid >= 16384),
    (SELECT md5(string_agg(concat_ws(' ', oid, conname), ',' ORDER BY oid))
      FROM pg_constraint WHERE oid >= 16384)
  ) AS structure`

const TABLES = `
  SELECT format('%I.%I', schemaname, relname) AS name, pg_relation_size(relid)::int AS size
  FROM pg_stat_user_tables WHERE pg_relation_size(relid) > 0`

/** One statement, so that foreign keys are looked at when all is gone, in whatever order. */
const toDelete = (names: readonly string[]): string =>
  `WITH ${names.map((name, index) => `t${index} AS (DELETE FROM ${name})`).join(', ')} SELECT;`

const RESTART_SEQUENCES = 'SELECT setval(seqrelid::regclass, seqstart, false) FROM pg_sequence;'

const readStructure = async (client: pg.Client): Promise<string> => {
  const { rows } = await client.query<{ structure: string }>(STRUCTURE)
  return rows[0]!.structure
}

/** A text that changes with any table, column, index, function or trigger. */
export const describeStructure = async (url: string): Promise<string> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await readStructure(client)
  } finally {
    await client.end()
  }
}

/**
 * Makes a used database like new: no rows, and numbers begin at one again. Says `false` and leaves
 * it as it is when a test has changed more than rows.
 */
export const emptyDatabase = async ({ structure, url }: EmptyDatabaseArgs): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url, lock_timeout: LOCK_TIMEOUT_MS })
  await client.connect()
  try {
    if ((await readStructure(client)) !== structure) {
      return false
    }
    const { rows } = await client.query<Table>(TABLES)
    const tables = rows.filter(({ name }) => !KEPT.includes(name))
    const large = tables.filter(({ size }) => size > LARGE).map(({ name }) => name)
    const small = tables.filter(({ size }) => size <= LARGE).map(({ name }) => name)
    await client.query(
      (large.length > 0 ? `TRUNCATE ${large.join(', ')} CASCADE;` : '') +
        (small.length > 0 ? toDelete(small) : '') +
        RESTART_SEQUENCES,
    )
    return true
  } finally {
    await client.end()
  }
}
