import type { PoolClient } from 'pg'

import type { DatabasePool } from '../Database.js'

import { toOwnName } from '../Database.js'
import { toChannel } from './toChannel.js'

type OpenWorkerSessionArgs = {
  /** Told when the database ended the session, or stopped answering: every lock in it is gone. */
  onLost: (error: Error) => void
  /** Told of every message sent with `sendToWorkers`. */
  onMessage: (message: string) => void
  pool: DatabasePool
  /** That of the project's tables: projects with a schema each share no lock and no message. */
  schema: string
  /**
   * How long the session may be silent before the database ends it, locks and all. A process that
   * hangs loses its locks this way; one that is well keeps `beat`ing.
   */
  stallLimitMs: number
}

export type WorkerSession = {
  /** Takes a lock, or returns `false` at once when this or another process has it. */
  acquire: (key: string) => Promise<boolean>
  /** Keeps the session alive. Call it several times within the limit. */
  beat: () => Promise<void>
  /** Gives up all locks and the connection; waits for nothing. */
  close: () => void
  release: (key: string) => Promise<void>
}

/**
 * A worker process's own session with the database: it holds the process's locks and hears what is
 * sent to workers. Postgres gives the locks up the instant the session ends, however it ends, so a
 * crash is seen at once.
 *
 * Advisory locks may be taken twice by one session; the process keeps its own set against that.
 */
export const openWorkerSession = ({
  onLost,
  onMessage,
  pool,
  schema,
  stallLimitMs,
}: OpenWorkerSessionArgs): WorkerSession => {
  const held = new Set<string>()
  let connecting: Promise<PoolClient> | undefined
  let current: PoolClient | undefined
  let isClosed = false

  const lose = (client: PoolClient, error: Error): void => {
    // One that was lost before, or closed by us, takes no later session with it.
    if (client !== current) {
      return
    }
    current = undefined
    connecting = undefined
    held.clear()
    client.removeAllListeners('notification')
    // Ends the connection too: one that only seems dead must not keep its locks.
    client.release(error)
    onLost(error)
  }

  const connect = async (): Promise<PoolClient> => {
    const client = await pool.connect()
    if (isClosed) {
      client.release()
      throw new Error('The session of the worker was closed while it waited for a connection.')
    }
    current = client
    client.once('error', (error) => lose(client, error))
    client.on('notification', ({ payload }) => onMessage(payload ?? ''))
    try {
      await client.query(`listen "${toChannel(schema)}"`)
    } catch (error) {
      // Or the pool would miss one of its connections for ever.
      lose(client, error instanceof Error ? error : new Error(String(error)))
      throw error
    }
    // Postgres has it since version 14; before that a hung process is not found out.
    await client.query(`set idle_session_timeout = ${Math.round(stallLimitMs)}`).catch(() => null)
    return client
  }

  const getClient = async (): Promise<PoolClient> => {
    const mine = (connecting ??= connect())
    try {
      return await mine
    } catch (error) {
      if (connecting === mine) {
        connecting = undefined
      }
      throw error
    }
  }

  return {
    acquire: async (key) => {
      if (isClosed || held.has(key)) {
        return false
      }
      held.add(key)
      try {
        const client = await getClient()
        const { rows } = await client.query<{ locked: boolean }>(
          'select pg_try_advisory_lock(hashtextextended($1, 0)) as locked',
          [toOwnName({ name: key, schema })],
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
    beat: async () => {
      if (isClosed) {
        return
      }
      const client = await getClient()
      const silence = setTimeout(() => {
        lose(client, new Error('The database stopped answering.'))
      }, stallLimitMs / 2)
      try {
        await client.query('select 1')
      } finally {
        clearTimeout(silence)
      }
    },
    close: () => {
      // Whoever asks a moment later must not open it again; one that is still to come, and may never
      // come from a pool that has run out, goes straight back.
      isClosed = true
      const client = current
      connecting = undefined
      current = undefined
      held.clear()
      client?.removeAllListeners('notification')
      // Ends the session instead of lending it to others with our locks on it.
      client?.release(true)
    },
    release: async (key) => {
      if (!held.delete(key)) {
        return
      }
      const client = await connecting
      await client?.query('select pg_advisory_unlock(hashtextextended($1, 0))', [
        toOwnName({ name: key, schema }),
      ])
    },
  }
}
