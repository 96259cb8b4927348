/** What a process counts and measures of itself. A name is that of the metric it becomes. */
export type Measure = {
  /** Upper ends of the parts of a histogram, in seconds. */
  buckets?: readonly number[]
  help: string
  labels: readonly string[]
  type: 'counter' | 'gauge' | 'histogram'
}

const defineMeasures = <TName extends string>(
  measures: Readonly<Record<TName, Measure>>,
): Readonly<Record<TName, Measure>> => measures

/** Few values for each label, whatever is synced: no ids, no names of connections, no addresses. */
export const MEASURES = defineMeasures({
  payload_sync_process_batch_duration_seconds: {
    type: 'histogram',
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    help: 'Time to store a batch of records in one transaction, in this process.',
    labels: ['provider', 'resource'],
  },
  payload_sync_process_cache_lookups_total: {
    type: 'counter',
    help: "Answers looked for in the project's cache by this process: hit, miss, or skipped.",
    labels: ['result'],
  },
  payload_sync_process_request_duration_seconds: {
    type: 'histogram',
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    help: 'Time from a request to the end of its answer, in this process.',
    labels: ['provider'],
  },
  payload_sync_process_requests_total: {
    type: 'counter',
    help: 'Requests sent by this process, by HTTP status; "none" when no whole answer came.',
    labels: ['provider', 'status'],
  },
  payload_sync_process_scheduler_up: {
    type: 'gauge',
    help: '1 while this process fires the slots of schedules.',
    labels: [],
  },
  payload_sync_process_worker_up: {
    type: 'gauge',
    help: '1 while this process works on the queue of a lane.',
    labels: ['lane'],
  },
})

export type MeasureName = keyof typeof MEASURES
