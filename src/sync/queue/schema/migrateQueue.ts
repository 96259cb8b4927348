import type { PoolClient } from 'pg'

import { runMigrations } from 'graphile-worker'

import type { DatabasePool } from '../../store/Database.js'
import type { LogLine } from '../toQueueLogger.js'

import { toQueueLogger } from '../toQueueLogger.js'

type MigrateQueueArgs = {
  log: LogLine
  pool: DatabasePool
  /** Of the queue. */
  schema: string
}

/** The channel on which a graphile-worker hears that its tables were changed. */
export const MIGRATION_CHANNEL = 'worker:migrate'

/**
 * Makes the queue's tables, or brings them up to date. All of a database's graphile-workers hear of
 * it, whatever schema they work in, and stop at a change that is called breaking: what is said of
 * ours must not stop those of others.
 */
export const migrateQueue = async ({ log, pool, schema }: MigrateQueueArgs): Promise<void> => {
  const quiet = Object.create(pool) as DatabasePool
  quiet.connect = (async () => toQuiet(await pool.connect())) as DatabasePool['connect']
  await runMigrations({ logger: toQueueLogger(log), pgPool: quiet, schema })
}

type Query = (statement: unknown, values?: unknown[]) => Promise<unknown>

const toQuiet = (client: PoolClient): PoolClient => {
  const query: Query = async (statement, values) => {
    const [channel, message] = values ?? []
    const given =
      channel === MIGRATION_CHANNEL
        ? [channel, JSON.stringify({ ...JSON.parse(String(message)), breaking: false })]
        : values
    return await (client.query as Query).call(client, statement, given)
  }
  return new Proxy(client, {
    get: (target, name) => {
      const value: unknown = name === 'query' ? query : Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
