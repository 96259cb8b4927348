/** A worker that is there starts a run in less than a second. */
const PATIENCE_MS = 60_000

type ToWorkerTimeoutsArgs = { stallLimitMs: number }

/** How long workers are waited for before something is said of it. */
export const toWorkerTimeouts = ({ stallLimitMs }: ToWorkerTimeoutsArgs) => ({
  patienceMs: PATIENCE_MS,
  // The database ends a silent session after one limit, and others look every few seconds.
  silenceMs: stallLimitMs * 2,
})
