/** A worker that is there starts a run in less than a second. */
const PATIENCE_MS = 60_000

type ToPatienceArgs = { stallLimitMs: number }

/** How long workers are waited for before something is said of it. */
export const toPatience = ({ stallLimitMs }: ToPatienceArgs) => ({
  patienceMs: PATIENCE_MS,
  // The database ends a silent session after one limit, and others look every few seconds.
  silenceMs: stallLimitMs * 2,
})
