import type { Payload } from 'payload'

import type { Provider } from '../../../sdk/index.js'
import type { Sample } from './METRICS.js'

import { loadSync } from '../../engine/Sync.js'
import { HEALTH_LEVELS, toLevel } from '../../run/Health.js'
import { COUNT_NAMES } from '../../run/Run.js'
import { isOn } from '../../schedule/isOn.js'
import { BREAKER_STATES, findBreakers } from '../../store/breakers/findBreakers.js'
import { readHealthBook } from '../../store/health/healthBook.js'
import { countWaiting } from '../../store/health/measures/countWaiting.js'
import { countIssueKinds } from '../../store/issues/countIssueKinds.js'
import { findQuotas } from '../../store/quotas/findQuotas.js'
import { countRecords } from '../../store/records/countRecords.js'
import { findSchedules } from '../../store/schedules/findSchedules.js'
import { findStates } from '../../store/states/findStates.js'
import { findTotals } from '../../store/totals/findTotals.js'
import { toWorkerTimeouts } from '../doctor/toWorkerTimeouts.js'
import { summarizeStates } from '../status/summarizeStates.js'
import { toHistogram } from './METRICS.js'
import { sumTotals } from './sumTotals.js'

/**
 * What the database knows, for all processes together. As many statements whatever is stored and
 * whatever runs: nine, and one more where people enter connections. Providers and resources that the
 * config does not have any more are left out.
 */
export const findClusterSamples = async ({ payload }: { payload: Payload }): Promise<Sample[]> => {
  const { clock, database, providers, stallLimitMs } = await loadSync({ payload })
  const now = clock.now()
  const [allTotals, lanes, schedules, issues, stored, quotas, breakers, states, { reasons }] =
    await Promise.all([
      findTotals(database),
      countWaiting({ database, now, ...toWorkerTimeouts({ stallLimitMs }) }),
      findSchedules({ database }),
      countIssueKinds(database),
      countRecords({ database }),
      findQuotas({ database }),
      findBreakers(database),
      findStates(database),
      readHealthBook({ database }),
    ])
  const isKnown = ({ provider, resource }: { provider: string; resource: string }): boolean =>
    providers.get(provider)?.resources.has(resource) === true
  const totals = allTotals.filter(isKnown)
  const known = [...providers.values()]

  const ofResource = (provider: Provider, resource: string): Sample[] => {
    const labels = { provider: provider.name, resource }
    const { consecutiveFailures, lastSuccessAt } = summarizeStates({ provider, resource, states })
    return [
      {
        name: 'payload_sync_cluster_stored_records',
        labels,
        value: stored.get(`${provider.name}/${resource}`) ?? 0,
      },
      {
        name: 'payload_sync_cluster_consecutive_failures',
        labels,
        value: consecutiveFailures,
      },
      ...(lastSuccessAt === null
        ? []
        : [
            {
              name: 'payload_sync_cluster_last_success_timestamp_seconds' as const,
              labels,
              value: Date.parse(lastSuccessAt) / 1000,
            },
          ]),
    ]
  }

  const ofProvider = (provider: Provider): Sample[] => {
    const { name } = provider
    const own = breakers.filter((breaker) => breaker.provider === name)
    const worst =
      BREAKER_STATES.toReversed().find((state) => own.some((breaker) => breaker.state === state)) ??
      'closed'
    const due = schedules.flatMap((schedule) =>
      schedule.provider === name &&
      isOn(schedule) &&
      schedule.mode !== 'live' &&
      schedule.nextSlotAt !== null
        ? [(now.getTime() - Date.parse(schedule.nextSlotAt)) / 1000]
        : [],
    )
    return [
      ...BREAKER_STATES.map((state): Sample => ({
        name: 'payload_sync_cluster_breaker_state',
        labels: { provider: name, state },
        value: state === worst ? 1 : 0,
      })),
      {
        name: 'payload_sync_cluster_schedule_lag_seconds',
        labels: { provider: name },
        value: Math.max(0, ...due),
      },
      ...toQuotaSamples(quotas.filter((quota) => quota.provider === name)),
      ...[...provider.resources.keys()].flatMap((resource) => ofResource(provider, resource)),
    ]
  }

  return [
    ...known.flatMap(ofProvider),
    ...lanes.flatMap(({ lane, overdue, queued = 0, running, silent, waitedMs = 0 }): Sample[] => [
      ...Object.entries({ overdue, running, silent, waiting: queued }).map(
        ([state, value]): Sample => ({
          name: 'payload_sync_cluster_queue_runs',
          labels: { lane, state },
          value,
        }),
      ),
      {
        name: 'payload_sync_cluster_queue_oldest_seconds',
        labels: { lane },
        value: waitedMs / 1000,
      },
    ]),
    ...issues.filter(isKnown).map(({ issues: value, ...labels }): Sample => ({
      name: 'payload_sync_cluster_open_issues',
      labels,
      value,
    })),
    {
      name: 'payload_sync_cluster_health_level',
      labels: {},
      value: HEALTH_LEVELS.indexOf(toLevel(reasons)),
    },
    ...sumTotals({
      items: reasons.map(({ code, level }) => ({ code, level, value: 1 })),
      labels: ['code', 'level'],
    }).map(({ labels, sums }): Sample => ({
      name: 'payload_sync_cluster_health_reasons',
      labels,
      value: sums.value ?? 0,
    })),
    ...toTotalSamples(totals),
  ]
}

type TotalSamplesArgs = Awaited<ReturnType<typeof findTotals>>

const toTotalSamples = (totals: TotalSamplesArgs): Sample[] => {
  const items = totals.map(({ counts, within, ...total }) => ({
    ...total,
    ...counts,
    ...Object.fromEntries(within.map((value, index) => [`within${index}`, value])),
  }))
  return [
    ...totals.map(({ mode, provider, resource, runs, status }): Sample => ({
      name: 'payload_sync_cluster_runs_total',
      labels: { mode, provider, resource, status },
      value: runs,
    })),
    ...sumTotals({ items, labels: ['provider', 'resource', 'mode'] }).flatMap(({ labels, sums }) =>
      toHistogram({
        name: 'payload_sync_cluster_run_duration_seconds',
        buckets: (totals[0]?.within ?? []).map((_, index) => sums[`within${index}`] ?? 0),
        count: sums.runs ?? 0,
        labels,
        sum: sums.seconds ?? 0,
      }),
    ),
    ...sumTotals({ items, labels: ['provider', 'resource'] }).flatMap(({ labels, sums }) => [
      {
        name: 'payload_sync_cluster_requests_total' as const,
        labels,
        value: sums.requests ?? 0,
      },
      // All that were fetched is the sum of the others.
      ...COUNT_NAMES.filter((outcome) => outcome !== 'fetched').map((outcome) => ({
        name: 'payload_sync_cluster_records_total' as const,
        labels: { ...labels, outcome },
        value: sums[outcome] ?? 0,
      })),
    ]),
  ]
}

const toQuotaSamples = (quotas: Awaited<ReturnType<typeof findQuotas>>): Sample[] => {
  const fewest = new Map<string, (typeof quotas)[number]>()
  for (const quota of quotas) {
    if (quota.remaining < (fewest.get(quota.name)?.remaining ?? Infinity)) {
      fewest.set(quota.name, quota)
    }
  }
  return [...fewest.values()].flatMap(({ name: quota, limit, provider, remaining }): Sample[] => [
    {
      name: 'payload_sync_cluster_quota_remaining_requests',
      labels: { provider, quota },
      value: remaining,
    },
    ...(limit === null
      ? []
      : [
          {
            name: 'payload_sync_cluster_quota_limit_requests' as const,
            labels: { provider, quota },
            value: limit,
          },
        ]),
  ])
}
