import type { Progress } from './Run.js'

/**
 * How far a run is, from 0 to 100: the scopes behind it, and of the one being read as much as is
 * read, where its provider says how much there is. 0 before the scopes were listed.
 */
export const toPercent = ({
  recordsDone,
  recordsTotal,
  scopesDone,
  scopesTotal,
}: Omit<Progress, 'label' | 'page'>): number => {
  if (scopesTotal === null) {
    return 0
  }
  const left = scopesTotal - scopesDone
  if (left <= 0) {
    return 100
  }
  // A provider may have got more records while they are read.
  const part = recordsTotal ? Math.min(1, recordsDone / recordsTotal) : 0
  return Math.floor(((scopesDone + part) / scopesTotal) * 100)
}
