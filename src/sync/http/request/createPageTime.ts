/** How long one page may still take. */
export type PageTime = {
  /** Does something that is not the provider's fault, and does not charge its time. */
  exclude: <TResult>(work: () => Promise<TResult>) => Promise<TResult>
  /** Whole milliseconds; none when the time is up. */
  leftMs: () => number
}

/** Starts the time of one page. */
export const createPageTime = ({ limitMs }: { limitMs: number }): PageTime => {
  const startedAt = performance.now()
  let excludedMs = 0
  return {
    exclude: async (work) => {
      const before = performance.now()
      try {
        return await work()
      } finally {
        excludedMs += performance.now() - before
      }
    },
    leftMs: () => Math.max(0, Math.floor(limitMs - (performance.now() - startedAt - excludedMs))),
  }
}
