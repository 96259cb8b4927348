import type { WorkerEvents } from 'graphile-worker'

import type { DatabasePool } from '../../store/Database.js'

import { MIGRATION_CHANNEL } from './migrateQueue.js'
import { isQueueBeyond } from './readQueueState.js'

type HearMigrationsArgs = {
  /** Those of a worker that is about to start. */
  events: WorkerEvents
  /** Told when the worker must stop. */
  onBeyond: () => void
  pool: DatabasePool
  /** Of the queue. */
  schema: string
}

/**
 * Keeps a worker at work when another program's graphile-worker in the same database changes its
 * own tables. Their word reaches everybody and does not say whose tables it is about, so ours are
 * looked at.
 */
export const hearMigrations = ({ events, onBeyond, pool, schema }: HearMigrationsArgs): void => {
  events.on('pool:listen:notification', ({ message }) => {
    if (message.channel !== MIGRATION_CHANNEL) {
      return
    }
    // The worker reads it after us, and would stop.
    message.payload = ''
    isQueueBeyond({ pool, schema })
      .then((isBeyond) => {
        if (isBeyond) {
          onBeyond()
        }
      })
      // A database that is away is no reason to stop; the next start looks again.
      .catch(() => undefined)
  })
}
