import type { Run } from '../../sync/run/Run.js'

/** A run in one line: where it stands and what it did so far. */
export const formatRun = ({ counts, error, mode, progress, provider, resource, status }: Run) => {
  const { created, fetched, invalid, unchanged, updated } = counts
  const parts = [
    `${provider} ${resource} (${mode}): ${status}`,
    ...(status === 'running' && progress.scopesTotal
      ? [`part ${progress.scopesDone + 1} of ${progress.scopesTotal}`]
      : []),
    ...(fetched > 0
      ? [`${created} new, ${updated} changed, ${unchanged} same, ${invalid} invalid`]
      : []),
    ...(error ? [error.message] : []),
  ]
  return parts.join(' · ')
}
