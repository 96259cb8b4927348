import type { Measure } from '../../../shared/measures/MEASURES.js'

import { MEASURES } from '../../../shared/measures/MEASURES.js'
import { DURATION_BOUNDS } from '../../run/DURATION_BOUNDS.js'

const defineMetrics = <TName extends string>(
  metrics: Readonly<Record<TName, Measure>>,
): Readonly<Record<TName, Measure>> => metrics

/** What the database knows for all processes together: any of them may be asked. */
export const CLUSTER_METRICS = defineMetrics({
  payload_sync_cluster_breaker_state: {
    type: 'gauge',
    help: '1 for the state of the breaker that keeps most back among those of the provider.',
    labels: ['provider', 'state'],
  },
  payload_sync_cluster_consecutive_failures: {
    type: 'gauge',
    help: 'Runs in a row that failed, of the connection that fails most.',
    labels: ['provider', 'resource'],
  },
  payload_sync_cluster_health_level: {
    type: 'gauge',
    help: 'How everything was at the last look: 0 healthy, 1 warning, 2 critical.',
    labels: [],
  },
  payload_sync_cluster_health_reasons: {
    type: 'gauge',
    help: 'Reasons of the health at the last look, by code.',
    labels: ['code', 'level'],
  },
  payload_sync_cluster_last_success_timestamp_seconds: {
    type: 'gauge',
    help: 'When the connection that succeeded longest ago did.',
    labels: ['provider', 'resource'],
  },
  payload_sync_cluster_open_issues: {
    type: 'gauge',
    help: 'Issues that wait for a person.',
    labels: ['provider', 'resource', 'kind'],
  },
  payload_sync_cluster_queue_oldest_seconds: {
    type: 'gauge',
    help: 'How long the run has waited that could have started first.',
    labels: ['lane'],
  },
  payload_sync_cluster_queue_runs: {
    type: 'gauge',
    help: 'Runs that wait, run, wait for over a minute (overdue), or whose worker is silent.',
    labels: ['lane', 'state'],
  },
  payload_sync_cluster_quota_limit_requests: {
    type: 'gauge',
    help: 'Requests that a budget of the provider has when it is full.',
    labels: ['provider', 'quota'],
  },
  payload_sync_cluster_quota_remaining_requests: {
    type: 'gauge',
    help: 'Requests that are left of a budget, of the connection that has the fewest.',
    labels: ['provider', 'quota'],
  },
  payload_sync_cluster_records_total: {
    type: 'counter',
    help: 'What became of the records of all runs that ended.',
    labels: ['provider', 'resource', 'outcome'],
  },
  payload_sync_cluster_requests_total: {
    type: 'counter',
    help: 'Requests of all runs that ended.',
    labels: ['provider', 'resource'],
  },
  payload_sync_cluster_run_duration_seconds: {
    type: 'histogram',
    buckets: DURATION_BOUNDS,
    help: 'Time from the first start of a run to its end, whatever its status.',
    labels: ['provider', 'resource', 'mode'],
  },
  payload_sync_cluster_runs_total: {
    type: 'counter',
    help: 'Runs that ended; one that is retried counts as often as it ends.',
    labels: ['provider', 'resource', 'mode', 'status'],
  },
  payload_sync_cluster_schedule_lag_seconds: {
    type: 'gauge',
    help: 'How long the slot is due that is due longest, of schedules that are not live.',
    labels: ['provider'],
  },
  payload_sync_cluster_stored_records: {
    type: 'gauge',
    help: 'Records that are remembered.',
    labels: ['provider', 'resource'],
  },
})

/** What a process knows of itself when it is asked. */
export const POOL_METRICS = defineMetrics({
  payload_sync_process_pool_connections: {
    type: 'gauge',
    help: 'Database connections of this process, used and idle.',
    labels: ['state'],
  },
  payload_sync_process_pool_waiting: {
    type: 'gauge',
    help: 'Statements of this process that wait for a database connection.',
    labels: [],
  },
})

/** Every metric of the plugin's own. */
export const METRICS = { ...CLUSTER_METRICS, ...MEASURES, ...POOL_METRICS }

export type MetricName = keyof typeof METRICS

/** One line of a metric. */
export type Sample = {
  labels: Readonly<Record<string, string>>
  name: MetricName
  /** What is put behind the name: the lines of a histogram. @default nothing */
  suffix?: '_bucket' | '_count' | '_sum'
  value: number
}

type HistogramArgs = {
  /** How many were in each part or below, in the order of the metric's buckets. */
  buckets: readonly number[]
  count: number
  sum: number
} & Pick<Sample, 'labels' | 'name'>

/** The lines of one histogram. */
export const toHistogram = ({ name, buckets, count, labels, sum }: HistogramArgs): Sample[] => [
  ...[...(METRICS[name].buckets ?? [])].map((bound, index): Sample => ({
    name,
    labels: { ...labels, le: String(bound) },
    suffix: '_bucket',
    value: buckets[index] ?? 0,
  })),
  { name, labels: { ...labels, le: '+Inf' }, suffix: '_bucket', value: count },
  { name, labels, suffix: '_sum', value: sum },
  { name, labels, suffix: '_count', value: count },
]
