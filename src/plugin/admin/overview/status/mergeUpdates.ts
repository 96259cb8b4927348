import type { SyncStatus } from '../../../../sync/operations/status/SyncStatus.js'
import type { Run } from '../../../../sync/run/Run.js'
import type { RunUpdates } from '../../../../sync/run/RunUpdates.js'

import { isActive } from '../../../../sync/run/RunStatus.js'

type MergeUpdatesArgs = { status: SyncStatus; updates: RunUpdates }

/** The status with its runs brought up to date. Counts of records and issues stay as they were. */
export const mergeUpdates = ({ status, updates }: MergeUpdatesArgs): SyncStatus => {
  const { activeRuns, endedRuns, now } = updates
  const runs = [...activeRuns, ...endedRuns]
  return {
    ...status,
    activeRuns,
    now,
    providers: status.providers.map((provider) => ({
      ...provider,
      resources: provider.resources.map((resource) => {
        const own = runs.filter(
          (run) => run.provider === provider.name && run.resource === resource.name,
        )
        const active = own.filter(isActive)
        return {
          ...resource,
          activeRun:
            active.find(({ status: state }) => state === 'running') ?? active.at(-1) ?? null,
          lastRun: newest([...own.filter((run) => !isActive(run)), resource.lastRun]),
        }
      }),
    })),
    recentRuns: toRecent({ before: status.recentRuns, runs }),
  }
}

/** Whether something began, ended or met with trouble, so that more than the runs has changed. */
export const hasTurn = ({ status, updates }: MergeUpdatesArgs): boolean => {
  const states = (runs: readonly Run[]): string =>
    JSON.stringify(
      runs.map(({ id, error, status: state }) => [id, state, error?.message].join()).toSorted(),
    )
  const [latest] = updates.endedRuns
  const isKnown = ({ id, status: state }: Run): boolean =>
    status.recentRuns.some((run) => run.id === id && run.status === state)
  return (
    states(updates.activeRuns) !== states(status.activeRuns) ||
    (latest !== undefined && !isKnown(latest))
  )
}

const newest = (runs: readonly (null | Run)[]): null | Run =>
  runs.reduce((best, run) => (run && (!best || run.createdAt >= best.createdAt) ? run : best), null)

type ToRecentArgs = { before: readonly Run[]; runs: readonly Run[] }

const toRecent = ({ before, runs }: ToRecentArgs): Run[] => {
  const known = new Map([...before, ...runs].map((run) => [run.id, run]))
  return [...known.values()]
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
    .slice(0, Math.max(before.length, 10))
}
