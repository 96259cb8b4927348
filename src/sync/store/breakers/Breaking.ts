/** Requests in a row that must fail, each in all its attempts, before nobody asks any more. */
export const MOST_FAILURES = 5

/** How long nobody asks then. It doubles with each probe that fails. */
export const FIRST_BREAK_MS = 30_000
export const LONGEST_BREAK_MS = 600_000

/** How long the others wait for a probe before the next one may try. */
export const PROBE_MS = 60_000
