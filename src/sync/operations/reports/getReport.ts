import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { Figures, FiguresRow } from '../../store/reports/findFigures.js'
import type { QuotaStatus } from '../status/SyncStatus.js'

import { getSync, loadSync } from '../../engine/Sync.js'
import { findFigures } from '../../store/reports/findFigures.js'
import { findLastSuccess } from '../../store/reports/findLastSuccess.js'
import { findSchedules } from '../../store/schedules/findSchedules.js'
import { getNames } from '../getNames.js'
import { getStatus } from '../status/getStatus.js'
import { findPeriod } from './findPeriod.js'

/** What the runs come to that ended from one moment to another. */
export type SyncReport = {
  /** Milliseconds that each of `buckets` covers. */
  bucketMs: number
  /** Parts of the time, oldest first, without a gap; `at` is where each begins, ISO 8601. */
  buckets: ({ at: string } & Figures)[]
  connections: ({ connection: string; label: string; provider: string } & Figures)[]
  /** ISO 8601. */
  from: string
  providers: ({ label: string; provider: string } & Figures)[]
  /** How much of each budget of requests is left now. */
  quotas: ({ provider: string } & QuotaStatus)[]
  /** Those that asked for runs. `provider` and `connection` are `null` of one that was deleted. */
  schedules: ({
    connection: null | string
    id: number | string
    provider: null | string
    title: string
  } & Figures)[]
  /** ISO 8601; not included. */
  to: string
  total: Figures
}

export type GetReportArgs = {
  /** A day or a moment, ISO 8601. @default thirty days before `to` */
  from?: string | undefined
  payload: Payload
  /** Nothing of other connections comes in. @default 'all' */
  sight?: Sight
  /** A day, which is included, or a moment, ISO 8601. @default now */
  to?: string | undefined
}

/**
 * What ran in a time, how it went, how long it took and what it cost: all in all, per provider,
 * connection, schedule and part of the time. A run counts where it ended. Days are those of UTC.
 *
 * @throws RangeError when `from` or `to` is no day or moment, or `from` is not before `to`
 */
export const getReport = async ({
  from: wantedFrom,
  payload,
  sight = 'all',
  to: wantedTo,
}: GetReportArgs): Promise<SyncReport> => {
  const { clock, database, providers } = await loadSync({ payload })
  const period = findPeriod({ from: wantedFrom, now: clock.now(), to: wantedTo })
  const { bucketMs, from, to } = period
  const [rows, schedules, status] = await Promise.all([
    findFigures({ ...period, database, sight }),
    findSchedules({ database }),
    getStatus({ payload, sight }),
  ])
  const ofKind = (of: FiguresRow['of']): FiguresRow[] => rows.filter((row) => row.of === of)
  const names = getNames(payload)
  const buckets = new Map(ofKind('bucket').map((row) => [row.at, row]))
  const count = Math.ceil((to.getTime() - from.getTime()) / bucketMs)
  return {
    bucketMs,
    buckets: Array.from({ length: count }, (_, index) => {
      const at = from.getTime() + index * bucketMs
      return { ...toFigures(buckets.get(at)), at: new Date(at).toISOString() }
    }),
    connections: ofKind('connection').map((row) => {
      const [provider, connection] = [String(row.provider), String(row.connection)]
      const label = providers.get(provider)?.connections.get(connection)?.label ?? connection
      return { ...toFigures(row), connection, label, provider }
    }),
    from: from.toISOString(),
    providers: ofKind('provider').map((row) => ({
      ...toFigures(row),
      label: names.provider(String(row.provider)),
      provider: String(row.provider),
    })),
    quotas: status.providers.flatMap(({ name, quotas }) =>
      quotas.map((quota) => ({ ...quota, provider: name })),
    ),
    schedules: ofKind('schedule').map((row) => {
      const schedule = schedules.find(({ id }) => String(id) === String(row.schedule))
      const { connection = null, provider = null } = schedule ?? {}
      return {
        ...toFigures(row),
        id: row.schedule!,
        connection,
        provider,
        title: schedule ? names.work(schedule) : String(row.schedule),
      }
    }),
    to: to.toISOString(),
    total: toFigures(ofKind('total')[0]),
  }
}

type GetScheduleStatsArgs = { id: number | string } & GetReportArgs

/** What the runs of one schedule come to. */
export type ScheduleFigures = {
  /** When one completed last, whenever that was. ISO 8601. */
  lastSuccessAt: null | string
} & Figures

/**
 * What the runs of one schedule come to.
 *
 * @throws RangeError as `getReport` does
 */
export const getScheduleFigures = async ({
  id,
  payload,
  sight = 'all',
  ...asked
}: GetScheduleStatsArgs): Promise<ScheduleFigures> => {
  const { clock, database } = getSync(payload)
  const period = findPeriod({ ...asked, now: clock.now() })
  const [rows, lastSuccessAt] = await Promise.all([
    findFigures({ ...period, database, schedule: id, sight }),
    findLastSuccess({ database, schedule: id, sight }),
  ])
  return { ...toFigures(rows.find(({ of }) => of === 'total')), lastSuccessAt }
}

const NOTHING: Figures = {
  durationMs: { max: null, median: null, p95: null },
  failures: [],
  loopDelayMs: null,
  peakMemoryMb: null,
  records: {
    conflicts: 0,
    created: 0,
    deferred: 0,
    fetched: 0,
    invalid: 0,
    missing: 0,
    unchanged: 0,
    updated: 0,
  },
  requests: 0,
  retries: 0,
  runs: { cancelled: 0, completed: 0, failed: 0, partial: 0, total: 0 },
  successRate: null,
}

const toFigures = ({
  durationMs,
  failures,
  loopDelayMs,
  peakMemoryMb,
  records,
  requests,
  retries,
  runs,
  successRate,
}: Figures = NOTHING): Figures => ({
  durationMs,
  failures,
  loopDelayMs,
  peakMemoryMb,
  records,
  requests,
  retries,
  runs,
  successRate,
})
