import type { PoolClient } from 'pg'

import type { DatabasePool } from '../Database.js'

type OpenLocksArgs = {
  /** Called when the database ended the session: every lock held by it is gone. */
  onLost: (error: Error) => void
  pool: DatabasePool
}

export type Locks = {
  /** Takes a lock, or returns `false` at once when this or another process has it. */
  acquire: (key: string) => Promise<boolean>
  /** Gives up all locks and the connection. */
  close: () => Promise<void>
  release: (key: string) => Promise<void>
}

/**
 * Locks of this process, on one database session of their own. Postgres gives them up the instant
 * the session ends, however it ends, so a crash is seen at once.
 *
 * Advisory locks may be taken twice by one session; the process keeps its own set against that.
 */
export const openLocks = ({ onLost, pool }: OpenLocksArgs): Locks => {
  const held = new Set<string>()
  let connecting: Promise<PoolClient> | undefined

  const connect = async (): Promise<PoolClient> => {
    const client = await pool.connect()
    client.once('error', (error) => {
      connecting = undefined
      held.clear()
      client.release(error)
      onLost(error)
    })
    return client
  }
  const getClient = async (): Promise<PoolClient> => {
    connecting ??= connect()
    try {
      return await connecting
    } catch (error) {
      connecting = undefined
      throw error
    }
  }

  return {
    acquire: async (key) => {
      if (held.has(key)) {
        return false
      }
      held.add(key)
      try {
        const client = await getClient()
        const { rows } = await client.query<{ locked: boolean }>(
          'select pg_try_advisory_lock(hashtextextended($1, 0)) as locked',
          [key],
        )
        const isLocked = rows[0]?.locked === true
        if (!isLocked) {
          held.delete(key)
        }
        return isLocked
      } catch (error) {
        held.delete(key)
        throw error
      }
    },
    close: async () => {
      const client = await connecting?.catch(() => undefined)
      connecting = undefined
      held.clear()
      // Ends the session instead of lending it to others with our locks on it.
      client?.removeAllListeners('error')
      client?.on('error', () => undefined)
      client?.release(true)
    },
    release: async (key) => {
      if (!held.delete(key)) {
        return
      }
      const client = await connecting
      await client?.query('select pg_advisory_unlock(hashtextextended($1, 0))', [key])
    },
  }
}
