import type { Run } from '../../../../sync/run/Run.js'

type EstimatePaceArgs = {
  /** Milliseconds since 1970. */
  now: number
  run: Pick<Run, 'counts' | 'progress' | 'startedAt'>
}

type Pace = {
  /** Milliseconds until the end at this pace; `null` while nothing can be told. */
  leftMs: null | number
  /** Records a second since the run began; `null` before the first ones. */
  perSecond: null | number
}

/** Below this nothing can be told. */
const MIN_ELAPSED_MS = 1500

/** How fast a run gets on, and how long it will take, judged by the scopes it has behind it. */
export const estimatePace = ({
  now,
  run: { counts, progress, startedAt },
}: EstimatePaceArgs): Pace => {
  const elapsedMs = startedAt ? now - Date.parse(startedAt) : 0
  if (elapsedMs < MIN_ELAPSED_MS) {
    return { leftMs: null, perSecond: null }
  }
  const { scopesDone, scopesTotal } = progress
  const isTold = scopesTotal !== null && scopesDone > 0 && scopesDone < scopesTotal
  return {
    leftMs: isTold ? (elapsedMs / scopesDone) * (scopesTotal - scopesDone) : null,
    perSecond: counts.fetched > 0 ? counts.fetched / (elapsedMs / 1000) : null,
  }
}
