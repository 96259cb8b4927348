import type { PoolClient } from 'pg'

import type { Database, DatabasePool } from '../store/Database.js'
import type { LogLine } from './toQueueLogger.js'

import { getAdapter } from '../store/Database.js'
import { reclaimConnections } from '../store/pool/reclaimConnections.js'
import { migrateQueue } from './schema/migrateQueue.js'
import { moveTasks } from './schema/moveTasks.js'
import { prepareSchema } from './schema/prepareSchema.js'
import { toLogLine } from './toLogLine.js'

type Prepared = { done: Promise<void>; schema: string }

const prepared = new WeakMap<DatabasePool, Prepared>()

/**
 * Makes sure that the queue's tables are there and up to date, and holds what waited where earlier
 * versions had it. They live in a Postgres schema of their own, where Payload's development push
 * does not look. Cheap to call again.
 *
 * @throws WorkersRefusedError when the database user may not make that schema
 */
export const prepareQueue = async ({ database }: { database: Database }): Promise<void> => {
  const { pool } = getAdapter(database.payload)
  const { queueSchema: schema } = database
  const before = prepared.get(pool)
  if (before?.schema === schema) {
    return await before.done
  }
  const log = toLogLine(database.payload)
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
  const done = prepare({ database, log, pool })
  prepared.set(pool, { done, schema })
  // A database that was away is asked again at the next call.
  done.catch(() => prepared.delete(pool))
  await done
}

type PrepareArgs = { database: Database; log: LogLine; pool: DatabasePool }

const prepare = async ({ database, log, pool }: PrepareArgs): Promise<void> => {
  const { queueSchema: schema } = database
  await prepareSchema({ pool, projectSchema: database.schema(), schema })
  await migrateQueue({ log, pool, schema })
  await moveTasks(database)
}

const guarded = new WeakSet<DatabasePool | PoolClient>()

/** A connection that breaks while nobody uses it must not take the process with it. */
const listenForErrors = ({ log, pool }: Omit<PrepareArgs, 'database'>): void => {
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
