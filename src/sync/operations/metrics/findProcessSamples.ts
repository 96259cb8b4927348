import type { Payload } from 'payload'

import type { MeasureName } from '../../../shared/measures/MEASURES.js'
import type { Sample } from './METRICS.js'

import { readMeasures } from '../../../shared/measures/measure.js'
import { MEASURES } from '../../../shared/measures/MEASURES.js'
import { LANES } from '../../run/Run.js'
import { getAdapter } from '../../store/Database.js'
import { toHistogram } from './METRICS.js'

const NAMES = Object.keys(MEASURES) as MeasureName[]

/** What this process knows of itself. Asks nobody. */
export const findProcessSamples = ({ payload }: { payload: Payload }): Sample[] => {
  const { pool } = getAdapter(payload)
  const used = pool.totalCount - pool.idleCount
  return [
    ...NAMES.flatMap((name) =>
      readMeasures(name).flatMap(({ buckets, count, labels, value }): Sample[] =>
        MEASURES[name].type === 'histogram'
          ? toHistogram({ name, buckets, count, labels, sum: value })
          : [{ name, labels, value }],
      ),
    ),
    ...listDown(),
    ...Object.entries({ idle: pool.idleCount, used }).map(([state, value]): Sample => ({
      name: 'payload_sync_process_pool_connections',
      labels: { state },
      value,
    })),
    { name: 'payload_sync_process_pool_waiting', labels: {}, value: pool.waitingCount },
  ]
}

/** What never was up in this process is down: an absent line would alarm nobody. */
const listDown = (): Sample[] => {
  const up = readMeasures('payload_sync_process_worker_up')
  return [
    ...LANES.filter((lane) => !up.some(({ labels }) => labels.lane === lane)).map(
      (lane): Sample => ({ name: 'payload_sync_process_worker_up', labels: { lane }, value: 0 }),
    ),
    ...(readMeasures('payload_sync_process_scheduler_up').length === 0
      ? [{ name: 'payload_sync_process_scheduler_up' as const, labels: {}, value: 0 }]
      : []),
  ]
}
