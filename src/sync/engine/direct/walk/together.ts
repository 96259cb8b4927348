/**
 * Begins works that wait at the same time, and ends when all have.
 *
 * @throws whatever one of them threw, or `begin` itself; in that case only when those that have begun
 * are over: a hook may still write, and whoever is told of the error begins anew
 */
export const together = async (begin: (pending: Promise<void>[]) => void): Promise<void> => {
  const pending: Promise<void>[] = []
  try {
    begin(pending)
  } catch (error) {
    await Promise.allSettled(pending)
    throw error
  }
  if (pending.length > 0) {
    await Promise.all(pending)
  }
}
