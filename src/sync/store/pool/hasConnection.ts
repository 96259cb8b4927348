import type { DatabasePool } from '../Database.js'

type HasConnectionArgs = { limitMs: number; pool: DatabasePool }

/**
 * Whether the pool lends a connection within a time. What comes later goes straight back.
 *
 * @throws Error when the database refuses a new connection: then it is not the pool that lacks one
 */
export const hasConnection = async ({ limitMs, pool }: HasConnectionArgs): Promise<boolean> => {
  let isLate = false
  let timer: NodeJS.Timeout | undefined
  /** A pool may send away who waits before our time is over: a busy one has not run out yet. */
  const borrow = async (): Promise<boolean> => {
    while (!isLate) {
      try {
        const client = await pool.connect()
        client.release()
        return true
      } catch (error) {
        if (!isSentAway(error)) {
          throw error
        }
      }
    }
    return false
  }
  const lent = borrow()
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => {
      isLate = true
      resolve(false)
    }, limitMs)
  })
  try {
    return await Promise.race([lent, late])
  } finally {
    clearTimeout(timer)
    // Nobody waits for it any more.
    lent.catch(() => undefined)
  }
}

/** What a pool says after its `connectionTimeoutMillis`; there is no code. */
const isSentAway = (error: unknown): boolean =>
  error instanceof Error && error.message === 'timeout exceeded when trying to connect'
