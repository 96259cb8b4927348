import type { PoolClient } from 'pg'

import type { DatabasePool } from '../Database.js'

/** How often to look: others that use the same pooler may hide what it does once. */
const ROUNDS = 3

const readBackend = async (client: PoolClient): Promise<number> => {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  return rows[0]!.pid
}

/**
 * Whether a connection of the pool stays one session of the database between transactions. Locks
 * and LISTEN need that. PgBouncer in transaction mode gives the session to whoever asks next.
 *
 * Takes two connections of the pool for a moment.
 */
export const keepsSessions = async ({ pool }: { pool: DatabasePool }): Promise<boolean> => {
  const asked = await pool.connect()
  try {
    const other = await pool.connect()
    try {
      for (let round = 0; round < ROUNDS; round += 1) {
        if (!(await keepsSession({ asked, other }))) {
          return false
        }
      }
      return true
    } finally {
      other.release()
    }
  } finally {
    asked.release()
  }
}

type KeepsSessionArgs = { asked: PoolClient; other: PoolClient }

/** One that is given away while it is idle is seen in another's hands, or comes back as another. */
const keepsSession = async ({ asked, other }: KeepsSessionArgs): Promise<boolean> => {
  const before = await readBackend(asked)
  await other.query('begin')
  try {
    const taken = await readBackend(other)
    // Asked only when free: behind a pooler with a single session this would wait for ever.
    return taken !== before && (await readBackend(asked)) === before
  } finally {
    await other.query('rollback')
  }
}
