import type { PoolClient } from 'pg'

import { runMigrations } from 'graphile-worker'

import type { DatabasePool } from '../store/Database.js'
import type { LogLine } from './toQueueLogger.js'

import { reclaimConnections } from '../store/pool/reclaimConnections.js'
import { prepareSchema } from './prepareSchema.js'
import { toQueueLogger } from './toQueueLogger.js'

type PrepareQueueArgs = { log: LogLine; pool: DatabasePool }

const prepared = new WeakMap<DatabasePool, Promise<void>>()

/**
 * Makes sure that the queue's tables are there and up to date. They live in a Postgres schema of
 * their own, where Payload's development push does not look. Cheap to call again.
 */
export const prepareQueue = async ({ log, pool }: PrepareQueueArgs): Promise<void> => {
  let done = prepared.get(pool)
  if (!done) {
    listenForErrors({ log, pool })
    reclaimConnections({
      onReclaimed: () =>
        log({
          context: {},
          level: 'warn',
          message: 'A database connection broke while it was in use, and was taken back.',
        }),
      pool,
    })
    done = prepareSchema({ pool }).then(() =>
      runMigrations({ logger: toQueueLogger(log), pgPool: pool }),
    )
    prepared.set(pool, done)
    // A database that was away is asked again at the next call.
    done.catch(() => prepared.delete(pool))
  }
  await done
}

const guarded = new WeakSet<DatabasePool | PoolClient>()

/** A connection that breaks while nobody uses it must not take the process with it. */
const listenForErrors = ({ log, pool }: PrepareQueueArgs): void => {
  if (guarded.has(pool)) {
    return
  }
  guarded.add(pool)
  const onError = (error: Error): void => {
    log({ context: {}, level: 'warn', message: `A database connection was lost: ${error.message}` })
  }
  pool.on('error', onError)
  // Connections that are lent out tell their own errors, and Postgres may end those as well.
  const guard = (client: PoolClient): void => {
    if (!guarded.has(client)) {
      guarded.add(client)
      client.on('error', onError)
    }
  }
  pool.on('connect', guard)
  // Some were opened before we came.
  pool.on('acquire', guard)
}
