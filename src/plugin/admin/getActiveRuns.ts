import type { SyncStatus } from '../../sync/operations/SyncStatus.js'
import type { Run } from '../../sync/run/Run.js'

/** Whether a run waits or works. */
export const isActive = ({ status }: Run): boolean => status === 'queued' || status === 'running'

/**
 * The runs that wait or work, working ones first, each once. They come from two lists: a resource
 * names one of its runs, though it can have a live and a bulk one; the newest ten may miss an old
 * one that still works.
 */
export const getActiveRuns = ({ providers, recentRuns }: SyncStatus): Run[] => {
  const named = providers.flatMap(({ resources }) =>
    resources.flatMap(({ activeRun }) => (activeRun ? [activeRun] : [])),
  )
  const runs = new Map([...named, ...recentRuns].filter(isActive).map((run) => [run.id, run]))

  return [...runs.values()].sort((a, b) => rank(a) - rank(b))
}

const rank = ({ status }: Run): number => (status === 'running' ? 0 : 1)
