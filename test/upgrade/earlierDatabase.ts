import { readFileSync } from 'node:fs'
import pg from 'pg'

const read = (name: string): string =>
  readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')

type Row = Record<string, unknown>

export type TableRows = Readonly<Record<string, readonly Row[]>>

/** The name that the earlier version's migration has in `payload_migrations`. */
export const EARLIER_MIGRATION = '20261120_120000_earlier'

/** What drizzle remembers of the earlier version's schema, as `payload migrate:create` stores it. */
export const readEarlierSnapshot = (): string => read('snapshot.json')

type DatabaseArgs = { databaseUrl: string }

const withClient = async <TResult>(
  { databaseUrl }: DatabaseArgs,
  work: (client: pg.Client) => Promise<TResult>,
): Promise<TResult> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Fills an empty database with the tables and rows that the earlier version left. Gives the rows. */
export const loadEarlierDatabase = async (args: DatabaseArgs): Promise<TableRows> =>
  await withClient(args, async (client) => {
    const tables = JSON.parse(read('rows.json')) as TableRows
    await client.query(read('schema.sql'))
    // The rows are whole, so nothing is lost by not looking at their order.
    await client.query(`SET session_replication_role = replica`)
    for (const [table, rows] of Object.entries(tables)) {
      const name = client.escapeIdentifier(table)
      await client.query(
        `INSERT INTO ${name} SELECT * FROM json_populate_recordset(NULL::${name}, $1)`,
        [JSON.stringify(rows)],
      )
    }
    const { rows: sequences } = await client.query<{ column: string; table: string }>(
      `SELECT table_name AS table, column_name AS column FROM information_schema.columns
        WHERE table_schema = 'public' AND column_default LIKE 'nextval%'`,
    )
    for (const { column, table } of sequences) {
      await client.query(
        `SELECT setval(pg_get_serial_sequence($1, $2), (SELECT coalesce(max(${client.escapeIdentifier(column)}), 0) + 1 FROM ${client.escapeIdentifier(table)}), false)`,
        [client.escapeIdentifier(table), column],
      )
    }
    return tables
  })

/** The rows of these tables as they are now. */
export const readRows = async ({
  tables,
  ...args
}: { tables: readonly string[] } & DatabaseArgs): Promise<TableRows> =>
  await withClient(args, async (client) => {
    const found: Record<string, readonly Row[]> = {}
    for (const table of tables) {
      const name = client.escapeIdentifier(table)
      const { rows } = await client.query<{ rows: Row[] }>(
        `SELECT coalesce(json_agg(t), '[]') AS rows FROM ${name} t`,
      )
      found[table] = rows[0]!.rows
    }
    return found
  })
