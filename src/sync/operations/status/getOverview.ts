import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { WorkFilter } from '../../engine/work/asked/selectProviders.js'
import type { Totals } from '../../store/states/findStates.js'
import type { SyncStatus } from './SyncStatus.js'

import { isInSight } from '../../../sdk/connections/Sight.js'
import { getSync, loadSync } from '../../engine/Sync.js'
import { selectProviders } from '../../engine/work/asked/selectProviders.js'
import { toPercent } from '../../run/toPercent.js'
import { keepAnswer } from '../../store/cache/keepAnswer.js'
import { findStates } from '../../store/states/findStates.js'
import { getStatus } from './getStatus.js'

/** Everything in a few figures. */
export type Overview = {
  metrics: {
    /** Of a run, in milliseconds; 0 before the first one ended. */
    averageDuration: number
    /** Failed runs among those that failed or completed, 0 to 1; 0 when there are none. */
    errorRate: number
    failedSyncs: number
    successfulSyncs: number
    /** All that ended, but for those that a person cancelled. */
    totalSyncs: number
  }
  status: {
    /** What is being read, in words; `null` when nothing runs. */
    currentOperation: null | string
    isRunning: boolean
    /** What was wrong with the run that ended last; `null` when nothing was. */
    lastError: null | string
    /** When the last run ended, ISO 8601; `null` before the first one did. */
    lastSyncTime: null | string
    lastSyncType: null | string
    /** Of what runs, or else of what ran last: 0 to 100. */
    progress: number
  }
} & Pick<SyncStatus, 'activeRuns' | 'health' | 'now' | 'providers' | 'recentRuns'>

const MAX_AGE_MS = 5 * 60_000

type GetOverviewArgs = {
  filter: WorkFilter
  /**
   * Whether it may be up to five minutes old, where the project has a cache and no run has moved
   * since.
   */
  mayBeKept: boolean
  payload: Payload
  /** Nothing comes in of other connections. */
  sight: Sight
}

/**
 * The status, and what it comes to.
 *
 * @throws RefusedError for a filter by a name nobody knows
 */
export const getOverview = async ({ mayBeKept, ...args }: GetOverviewArgs): Promise<Overview> => {
  const { filter, payload, sight } = args
  const { clock, database } = getSync(payload)
  return mayBeKept
    ? await keepAnswer({
        name: 'status',
        ask: () => findOverview(args),
        clock,
        database,
        maxAgeMs: MAX_AGE_MS,
        of: {
          provider: filter.provider ?? null,
          resource: filter.resource ?? null,
          sight: sight === 'all' ? sight : sight.toSorted(),
        },
      })
    : await findOverview(args)
}

const findOverview = async ({
  filter,
  payload,
  sight,
}: Omit<GetOverviewArgs, 'mayBeKept'>): Promise<Overview> => {
  const { database, providers } = await loadSync({ payload })
  const selected = new Map(
    selectProviders({ filter, providers }).map(({ name, resources }) => [name, resources]),
  )
  const [status, states] = await Promise.all([
    getStatus({ filter, payload, sight }),
    findStates(database),
  ])
  const totals = states
    .filter(
      ({ connection, provider, resource }) =>
        isInSight({ connection, sight }) && selected.get(provider)?.has(resource),
    )
    .map((state) => state.totals)
  return { ...status, metrics: toMetrics(totals), status: toShortStatus(status) }
}

const toMetrics = (totals: readonly Totals[]): Overview['metrics'] => {
  const sum = (name: keyof Totals): number =>
    totals.reduce((total, { [name]: value }) => total + value, 0)
  const failedSyncs = sum('failed')
  const successfulSyncs = sum('completed')
  const totalSyncs = failedSyncs + successfulSyncs + sum('partial')
  const judged = failedSyncs + successfulSyncs
  return {
    averageDuration: totalSyncs > 0 ? Math.round(sum('durationMs') / totalSyncs) : 0,
    errorRate: judged > 0 ? failedSyncs / judged : 0,
    failedSyncs,
    successfulSyncs,
    totalSyncs,
  }
}

const toShortStatus = ({ activeRuns, providers }: SyncStatus): Overview['status'] => {
  const running = activeRuns.filter(({ status }) => status === 'running')
  const [last] = providers
    .flatMap(({ resources }) => resources.flatMap(({ lastRun }) => (lastRun ? [lastRun] : [])))
    .toSorted((a, b) => (b.finishedAt ?? '').localeCompare(a.finishedAt ?? ''))
  const [longest] = running.toSorted((a, b) => (a.startedAt ?? '').localeCompare(b.startedAt ?? ''))
  const done = running.reduce((total, { progress }) => total + toPercent(progress), 0)
  return {
    currentOperation: longest
      ? [
          `${longest.provider} ${longest.resource}`,
          ...(longest.progress.label === null ? [] : [longest.progress.label]),
        ].join(': ')
      : null,
    isRunning: running.length > 0,
    lastError: last?.error?.message ?? null,
    lastSyncTime: last?.finishedAt ?? null,
    lastSyncType: last?.mode.toUpperCase() ?? null,
    progress:
      running.length > 0
        ? Math.floor(done / running.length)
        : last?.status === 'completed'
          ? 100
          : last
            ? toPercent(last.progress)
            : 0,
  }
}
