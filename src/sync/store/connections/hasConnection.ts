import type { DatabasePool } from '../Database.js'

type HasConnectionArgs = { limitMs: number; pool: DatabasePool }

/**
 * Whether the pool lends a connection within a time. What comes later goes straight back.
 *
 * @throws Error when the database refuses a new connection: then it is not the pool that lacks one
 */
export const hasConnection = async ({ limitMs, pool }: HasConnectionArgs): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined
  const lent = pool.connect().then((client) => {
    client.release()
    return true
  })
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), limitMs)
  })
  try {
    return await Promise.race([lent, late])
  } finally {
    clearTimeout(timer)
    // Nobody waits for it any more.
    lent.catch(() => undefined)
  }
}
