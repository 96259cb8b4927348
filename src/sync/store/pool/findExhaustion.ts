import type { PostgresAdapter } from '@payloadcms/db-postgres'

import { hasConnection } from './hasConnection.js'

type FindExhaustionArgs = {
  adapter: PostgresAdapter
  /** How long nobody gets a connection before something is wrong, in milliseconds. */
  limitMs: number
}

/**
 * Why this process has run out of database connections by its own fault, as a sentence for people;
 * `undefined` when it has not, and when the database itself cannot be reached.
 */
export const findExhaustion = async ({
  adapter,
  limitMs,
}: FindExhaustionArgs): Promise<string | undefined> => {
  const { pool } = adapter
  if (await hasConnection({ limitMs, pool })) {
    return undefined
  }
  const { max } = pool.options
  const isFull = pool.totalCount >= max && pool.idleCount === 0
  if (!isFull || !(await canConnect({ adapter, limitMs }))) {
    return undefined
  }
  return (
    `No database connection came free for ${Math.round(limitMs / 1000)} seconds: all ${max} of this ` +
    'process are in use and none is given back, though the database answers. Its workers stop here, ' +
    'so that others take over their runs. Restart this process; if it happens again, raise pool.max ' +
    'of postgresAdapter(), or find what keeps connections.'
  )
}

/** Whether the database takes a connection beside the pool. */
const canConnect = async ({ adapter, limitMs }: FindExhaustionArgs): Promise<boolean> => {
  const { Client } = adapter.pg
  const client = new Client({ ...adapter.poolOptions, connectionTimeoutMillis: limitMs })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}
