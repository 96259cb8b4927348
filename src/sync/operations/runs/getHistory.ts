import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { KnownLimit } from '../../engine/work/findLimits.js'
import type { RETRYABLE_STATUSES } from '../../run/RunStatus.js'
import type { HistoryRow } from '../../store/runs/read/findHistory.js'

import { isInSight } from '../../../sdk/connections/Sight.js'
import { getSync } from '../../engine/Sync.js'
import { findLimits } from '../../engine/work/findLimits.js'
import { ALL_CONNECTIONS } from '../../store/quotas/QuotaTicket.js'
import { findHistory } from '../../store/runs/read/findHistory.js'

/** How far back a person looks. */
export const HISTORY_PERIODS = ['24h', '7d', '30d'] as const

export type HistoryPeriod = (typeof HISTORY_PERIODS)[number]

const HOUR_MS = 60 * 60 * 1000

/** Enough bars to see a pattern, few enough to tell them apart. */
const BUCKETS: Readonly<Record<HistoryPeriod, { bucketMs: number; count: number }>> = {
  '7d': { bucketMs: 6 * HOUR_MS, count: 28 },
  '24h': { bucketMs: HOUR_MS, count: 24 },
  '30d': { bucketMs: 24 * HOUR_MS, count: 30 },
}

type Result = 'completed' | (typeof RETRYABLE_STATUSES)[number]

export type HistoryBucket = {
  /** Where it begins, ISO 8601. */
  at: string
  created: number
  /** Of a run, on average, in milliseconds; `null` when none ended. */
  durationMs: null | number
  /**
   * How much of a provider's quota the requests come to, where that is most, by the limits of
   * today: 1 is all that it grants in this time. `null` where no limit is known.
   */
  quotaShare: null | number
  requests: number
  /** How many ended, by result. */
  runs: Record<Result, number>
  unchanged: number
  updated: number
}

export type History = {
  bucketMs: number
  /** Oldest first, without a gap; the last one is not over yet. */
  buckets: HistoryBucket[]
  window: HistoryPeriod
}

type GetHistoryArgs = {
  payload: Payload
  period: HistoryPeriod
  /** @default 'all' */
  sight?: Sight
}

/** What ended in the last while, bucket by bucket. A run counts where it ended. */
export const getHistory = async ({
  payload,
  period,
  sight = 'all',
}: GetHistoryArgs): Promise<History> => {
  const sync = getSync(payload)
  const { clock, database, providers } = sync
  // A budget that all share is there once anybody has asked, and says so.
  const isSeen = ({ connection, provider }: KnownLimit): boolean =>
    connection === ALL_CONNECTIONS
      ? sight === 'all' || !providers.get(provider)?.accounts
      : isInSight({ connection, sight })
  const { bucketMs, count } = BUCKETS[period]
  const until = Math.floor(clock.now().getTime() / bucketMs + 1) * bucketMs
  const from = until - count * bucketMs
  const [limits, rows] = await Promise.all([
    findLimits({ sync }).then((known) => known.filter((one) => one.limit > 0 && isSeen(one))),
    findHistory({ bucketMs, database, from: new Date(from), sight, until: new Date(until) }),
  ])
  return {
    bucketMs,
    buckets: Array.from({ length: count }, (_, index) =>
      toBucket({
        at: from + index * bucketMs,
        bucketMs,
        limits,
        rows: rows.filter(({ bucket }) => bucket === index),
      }),
    ),
    window: period,
  }
}

type ToBucketArgs = {
  at: number
  bucketMs: number
  limits: readonly KnownLimit[]
  rows: readonly HistoryRow[]
}

const toBucket = ({ at, bucketMs, limits, rows }: ToBucketArgs): HistoryBucket => {
  const sum = (read: (row: HistoryRow) => number): number =>
    rows.reduce((total, row) => total + read(row), 0)
  const countRuns = (result: Result): number =>
    sum(({ runs, status }) => (status === result ? runs : 0))
  const toShare = ({ connection, limit, provider, resources, windowMs }: KnownLimit): number => {
    const requests = sum((row) =>
      row.provider === provider &&
      (connection === ALL_CONNECTIONS || row.connection === connection) &&
      (resources?.includes(row.resource) ?? true)
        ? row.requests
        : 0,
    )
    return requests / (limit * Math.max(1, bucketMs / windowMs))
  }
  const runs = sum((row) => row.runs)
  return {
    at: new Date(at).toISOString(),
    created: sum(({ created }) => created),
    durationMs: runs > 0 ? sum(({ durationMs }) => durationMs) / runs : null,
    quotaShare: limits.length > 0 ? Math.max(...limits.map(toShare)) : null,
    requests: sum(({ requests }) => requests),
    runs: {
      cancelled: countRuns('cancelled'),
      completed: countRuns('completed'),
      failed: countRuns('failed'),
      partial: countRuns('partial'),
    },
    unchanged: sum(({ unchanged }) => unchanged),
    updated: sum(({ updated }) => updated),
  }
}
