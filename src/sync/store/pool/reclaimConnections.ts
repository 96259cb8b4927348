import type { PoolClient } from 'pg'

import type { DatabasePool } from '../Database.js'

type ReclaimConnectionsArgs = {
  /** How long whoever has a broken connection may keep it, in milliseconds. @default 10_000 */
  graceMs?: number
  /** Told of each connection that had to be taken back. */
  onReclaimed: () => void
  pool: DatabasePool
}

const GRACE_MS = 10_000

const watched = new WeakSet<DatabasePool>()

/**
 * Gives connections back to the pool that broke while they were lent and that nobody returned.
 * Payload's adapter loses one whenever it breaks while `begin` is on its way, and a pool without
 * connections lets everybody wait for ever. Watches a pool once, however often it is called.
 */
export const reclaimConnections = ({
  graceMs = GRACE_MS,
  onReclaimed,
  pool,
}: ReclaimConnectionsArgs): void => {
  if (watched.has(pool)) {
    return
  }
  watched.add(pool)
  const lent = new WeakSet<PoolClient>()
  const followed = new WeakSet<PoolClient>()
  const follow = (client: PoolClient): void => {
    if (followed.has(client)) {
      return
    }
    followed.add(client)
    client.once('end', () => {
      setTimeout(() => {
        if (lent.has(client)) {
          client.release(new Error('The connection broke and was not given back.'))
          onReclaimed()
        }
      }, graceMs).unref()
    })
  }
  pool.on('acquire', (client) => {
    lent.add(client)
    follow(client)
  })
  pool.on('release', (_error, client) => lent.delete(client))
}
