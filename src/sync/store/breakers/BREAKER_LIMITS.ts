/** When nobody asks a provider any more, and for how long. */
export const BREAKER_LIMITS = {
  /** How long nobody asks at first, in milliseconds. It doubles with each probe that fails. */
  firstMs: 30_000,
  /** Requests in a row that must fail before, each in all its attempts. */
  failures: 5,
  longestMs: 600_000,
  /** How long the others wait for a probe before the next one may try, in milliseconds. */
  probeMs: 60_000,
} as const
