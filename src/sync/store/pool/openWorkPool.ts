import type { PostgresAdapter } from '@payloadcms/db-postgres'

import type { DatabasePool } from '../Database.js'

import { WorkersRefusedError } from '../../../shared/errors/index.js'

type OpenWorkPoolArgs = {
  adapter: PostgresAdapter
  /** PostgreSQL's own address, where the adapter has that of a pooler. */
  directUrl: string | undefined
  /** How many connections workers hold as long as they live, Payload's among them. */
  held: number
}

export type WorkPool = {
  /** Ends the connections that it has beside those of the adapter. */
  close: () => Promise<void>
  pool: DatabasePool
}

/** What one worker's question needs beside what is held. */
const SPARE = 1

type NeedsOwnPoolArgs = { max: number } & Pick<OpenWorkPoolArgs, 'directUrl' | 'held'>

/** Whether workers have connections beside those of the adapter, of which there are `max`. */
export const needsOwnPool = ({ directUrl, held, max }: NeedsOwnPoolArgs): boolean =>
  directUrl !== undefined || max <= held

/**
 * The connections of workers for locks, notifications and the queue: the adapter's own, or some
 * beside them where there is a direct address or the adapter's pool is too small to lend them.
 *
 * @throws WorkersRefusedError when the direct address leads to another database
 */
export const openWorkPool = async ({
  adapter,
  directUrl,
  held,
}: OpenWorkPoolArgs): Promise<WorkPool> => {
  if (!needsOwnPool({ directUrl, held, max: adapter.pool.options.max })) {
    return { close: () => Promise.resolve(), pool: adapter.pool }
  }
  const pool = new adapter.pg.Pool({
    ...adapter.poolOptions,
    ...(directUrl !== undefined && { connectionString: directUrl }),
    max: held + SPARE,
  })
  // What breaks while nobody uses it is opened anew; each use tells its own errors.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const close = async (): Promise<void> => {
    await pool.end()
  }
  try {
    const places = await Promise.all([adapter.pool, pool].map(readPlace))
    if (places[0] !== places[1]) {
      throw new WorkersRefusedError(
        "The direct address leads to another database than the adapter's. Correct DIRECT_URL, or " +
          'database.directUrl of syncPlugin().',
      )
    }
  } catch (error) {
    await close().catch(() => undefined)
    throw error
  }
  return { close, pool }
}

/** Names the database behind a pool, whatever address leads there. */
const readPlace = async (pool: DatabasePool): Promise<string | undefined> => {
  const { rows } = await pool.query<{ place: string }>(
    `select concat_ws('/', oid, datname, pg_postmaster_start_time()) as place
     from pg_database where datname = current_database()`,
  )
  return rows[0]?.place
}
