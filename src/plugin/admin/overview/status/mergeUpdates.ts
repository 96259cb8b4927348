import type { ResourceStatus, SyncStatus } from '../../../../sync/operations/status/SyncStatus.js'
import type { Run } from '../../../../sync/run/Run.js'
import type { RunUpdates } from '../../../../sync/run/RunUpdates.js'

import { withWaits } from '../../../../sync/operations/status/findWaits.js'
import { isActive } from '../../../../sync/run/RunStatus.js'

type MergeUpdatesArgs = { status: SyncStatus; updates: RunUpdates }

/**
 * The status with its runs brought up to date, and the number of stored records by what these have
 * created since. Counts of issues stay as they were.
 */
export const mergeUpdates = ({ status, updates }: MergeUpdatesArgs): SyncStatus => {
  const { activeRuns, endedRuns, now } = updates
  const runs = [...activeRuns, ...endedRuns]
  return {
    ...status,
    activeRuns,
    now,
    providers: status.providers.map((provider) => ({
      ...provider,
      resources: withWaits(
        provider.resources.map((resource) => {
          const own = runs.filter(
            (run) => run.provider === provider.name && run.resource === resource.name,
          )
          const active = own.filter(isActive)
          return {
            ...resource,
            activeRun:
              active.find(({ status: state }) => state === 'running') ?? active.at(-1) ?? null,
            lastRun: newest([...own.filter((run) => !isActive(run)), resource.lastRun]),
            stored:
              resource.stored +
              countNew({
                before: listKnown({ resource, status }),
                runs: own,
                since: status.now,
              }),
          }
        }),
      ),
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

type ListKnownArgs = { resource: ResourceStatus; status: SyncStatus }

/** What was known of runs when the records were counted. */
const listKnown = ({
  resource: { activeRun, lastRun },
  status: { activeRuns, recentRuns },
}: ListKnownArgs): Run[] =>
  [activeRun, lastRun, ...activeRuns, ...recentRuns].filter((run) => run !== null)

type CountNewArgs = {
  before: readonly Run[]
  runs: readonly Run[]
  /** Of the status, ISO 8601. */
  since: string
}

/** Records that runs have created since they were known, or since the status where they began later. */
const countNew = ({ before, runs, since }: CountNewArgs): number =>
  runs.reduce((sum, { id, counts: { created }, createdAt }) => {
    const known = before.find((run) => run.id === id)
    return known || createdAt > since
      ? sum + Math.max(0, created - (known?.counts.created ?? 0))
      : sum
  }, 0)

const newest = (runs: readonly (null | Run)[]): null | Run =>
  runs.reduce((best, run) => (run && (!best || run.createdAt >= best.createdAt) ? run : best), null)

type ToRecentArgs = { before: readonly Run[]; runs: readonly Run[] }

const toRecent = ({ before, runs }: ToRecentArgs): Run[] => {
  const known = new Map([...before, ...runs].map((run) => [run.id, run]))
  return [...known.values()]
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
    .slice(0, Math.max(before.length, 10))
}
