import type { Counts } from '../../../run/Run.js'
import type { Stored } from '../storeBatch.js'

type CountBatchArgs = { runId: null | number | string; stored: Stored }

/** What a stored batch adds to the counts of its run. */
export const countBatch = ({ runId, stored }: CountBatchArgs): Partial<Counts> => {
  const { applied, batch, latest, misfits, refused, resumed } = stored
  const { prepared, rejected, waiting } = batch
  const outcomes = [...applied.outcomes.values()]
  const count = (wanted: string): number => outcomes.filter((outcome) => outcome === wanted).length
  const counts = {
    conflicts: applied.conflicts.length,
    created: count('created'),
    deferred: count('deferred'),
    fetched: prepared.length + rejected.length,
    invalid: refused.length + misfits.length,
    unchanged: count('unchanged'),
    updated: count('updated'),
  }
  if (!waiting) {
    return {
      ...counts,
      // A word that waited since an earlier page of this run was overtaken by this one.
      deferred: counts.deferred - resumed,
      unchanged:
        counts.unchanged +
        resumed +
        // The same record twice in one batch: its last form counts, the others change nothing. Nor
        // does one that cannot be stored and of which something newer is known.
        (prepared.length - latest.length) +
        (rejected.length - refused.length),
    }
  }
  if (counts.deferred > 0) {
    return {}
  }
  // This run has counted it when it was read; one of an earlier run counts as read now.
  const isCounted = waiting.run !== null && waiting.run === String(runId)
  return isCounted ? { ...counts, deferred: -1, fetched: 0 } : counts
}
