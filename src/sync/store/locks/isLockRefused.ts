/**
 * What Postgres says when a lock was not to be had: it took too long, two would have waited for
 * each other, or a transaction that reads a fixed state may not write what changed since.
 */
const LOCK_CODES = new Set(['40P01', '55P03', '40001'])

/** Whether nothing was written because somebody else was writing the same. */
export const isLockRefused = (error: unknown): boolean => {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && LOCK_CODES.has(cause.code)) {
      return true
    }
  }
  return false
}
